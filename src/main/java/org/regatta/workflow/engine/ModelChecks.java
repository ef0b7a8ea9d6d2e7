package org.regatta.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.regatta.shared.Finding;
import org.regatta.workflow.gate.Catalogue;
import org.regatta.workflow.gate.ModelGate;

/** The gate with what is known here and now: steps, collections, forms, shipped and deployed processes. */
public final class ModelChecks {

    private final ModelGate gate = new ModelGate();
    private final StepCatalogue steps;
    private final ShippedModels shipped;

    /** With the application's catalogue of steps and the models it ships. */
    public ModelChecks(StepCatalogue steps, ShippedModels shipped) {
        this.steps = steps;
        this.shipped = shipped;
    }

    /** Findings of one model that would be deployed alone. */
    public List<Finding> check(String name, byte[] content, RepositoryService deployed) {
        return gate.check(name, content, catalogue(deployed)).findings();
    }

    /**
     * The documents to deploy, by the names given.
     *
     * @throws ModelRefused if any model of the set has a finding
     */
    public Map<String, byte[]> passed(Map<String, byte[]> models, RepositoryService deployed) {
        var checked = gate.checkAll(models, catalogue(deployed));
        var findings = checked.stream()
                .flatMap(model ->
                        model.findings().stream().map(finding -> located(model.name(), finding, models.size())))
                .toList();
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
        var contents = new LinkedHashMap<String, byte[]>();
        checked.forEach(model -> contents.put(model.name(), model.content()));
        return contents;
    }

    private static Finding located(String name, Finding finding, int models) {
        return models == 1 ? finding : new Finding(name + ": " + finding.place(), finding.message(), finding.remedy());
    }

    private Catalogue catalogue(RepositoryService deployed) {
        var known = new HashMap<String, byte[]>();
        deployed.createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(definition -> known.put(definition.getResourceName(), content(deployed, definition)));
        var decisions = new HashSet<String>();
        deployed.createDecisionDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(decision -> decisions.add(decision.getKey()));
        var empty = new Catalogue(steps.steps(), steps.collections(), shipped.forms(), Map.of(), Set.of());
        var processes = new HashMap<>(gate.known(shipped.models(), empty));
        processes.putAll(gate.known(known, empty));
        shipped.models().keySet().stream()
                .filter(name -> name.endsWith(".dmn"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ".dmn".length()))
                .forEach(decisions::add);
        return new Catalogue(steps.steps(), steps.collections(), shipped.forms(), processes, decisions);
    }

    private static byte[] content(RepositoryService deployed, ResourceDefinition definition) {
        try (var resource = deployed.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed model cannot be read", e);
        }
    }
}
