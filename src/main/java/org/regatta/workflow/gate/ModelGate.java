package org.regatta.workflow.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;

/** Checks models before the engine sees them. Stateless; the same checks run in the build and at every deployment. */
public final class ModelGate {

    private static final Pattern NAME =
            Pattern.compile("(?:[a-zA-Z0-9]{1,60}/){0,3}([a-zA-Z][a-zA-Z0-9]{0,79})\\.(bpmn|dmn)");

    /**
     * A model after its check.
     *
     * @param content the document written anew, the only one to deploy; empty where there are findings
     * @param findings in the order of the checks; places are {@code line 12, elementId}
     */
    public record Checked(String name, byte[] content, List<Finding> findings) {

        /** Whether it may be deployed. */
        public boolean passed() {
            return findings.isEmpty();
        }
    }

    private record Read(String name, @Nullable Node root, Findings findings) {}

    /** Checks one model; {@code name} is its file name, {@code module/processId.bpmn} or {@code decisionId.dmn}. */
    public Checked check(String name, byte[] content, Catalogue catalogue) {
        return checkAll(Map.of(name, content), catalogue).get(0);
    }

    /** Checks models that are deployed together and may refer to each other; sorted by name. */
    public List<Checked> checkAll(Map<String, byte[]> models, Catalogue catalogue) {
        var read = models.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(model -> read(model.getKey(), model.getValue()))
                .toList();
        var together = catalogue.with(known(read, catalogue), decisions(read));
        twins(read);
        var recursive = FlowRules.recursive(together.processes());
        return read.stream().map(model -> check(model, together, recursive)).toList();
    }

    /** What callers have to know of the processes in these models; of those that cannot be read, nothing. */
    public Map<String, Catalogue.Known> known(Map<String, byte[]> models, Catalogue catalogue) {
        var read = models.entrySet().stream()
                .map(model -> read(model.getKey(), model.getValue()))
                .toList();
        return known(read, catalogue);
    }

    private static Map<String, Catalogue.Known> known(List<Read> models, Catalogue catalogue) {
        var known = new HashMap<String, Catalogue.Known>();
        // whether a process waits may depend on those it calls: as often as calls can be nested
        for (int depth = 0; depth <= models.size() && depth < 10; depth++) {
            var sofar = catalogue.with(known, Set.of());
            for (var model : models) {
                if (model.root() != null) {
                    model.root()
                            .children("bpmn:process")
                            .filter(process -> !process.id().isEmpty())
                            .forEach(process -> known.put(process.id(), FlowRules.known(process, sofar)));
                }
            }
        }
        return known;
    }

    private static Set<String> decisions(List<Read> models) {
        var decisions = new HashSet<String>();
        for (var model : models) {
            if (model.root() != null) {
                model.root().children("dmn:decision").map(Node::id).forEach(decisions::add);
            }
        }
        return decisions;
    }

    private static void twins(List<Read> models) {
        var names = new LinkedHashMap<String, List<Read>>();
        for (var model : models) {
            names.computeIfAbsent(id(model.name()) + kind(model.name()), id -> new ArrayList<>())
                    .add(model);
        }
        names.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> same.forEach(model -> model.findings()
                        .add("line 1, file", "Two files have this name.", "Give every model a name of its own.")));
    }

    private static Read read(String name, byte[] content) {
        var findings = new Findings();
        if (!NAME.matcher(name).matches()) {
            findings.add(
                    "line 1, file",
                    "The file's name is not that of a model.",
                    "Call it <processId>.bpmn or <decisionId>.dmn; other kinds of models do not run here.");
            return new Read(name, null, findings);
        }
        var namespaces = kind(name).equals("dmn") ? DmnRules.NAMESPACES : BpmnGrammar.NAMESPACES;
        return new Read(name, new ModelDocument(namespaces, findings).read(content), findings);
    }

    private static Checked check(Read model, Catalogue catalogue, Set<String> recursive) {
        var findings = model.findings();
        var root = model.root();
        if (root == null || !findings.none()) {
            return new Checked(model.name(), new byte[0], findings.all());
        }
        boolean dmn = kind(model.name()).equals("dmn");
        if (dmn) {
            new DmnRules(findings).check(root, id(model.name()));
        } else {
            bpmn(root, id(model.name()), catalogue, findings);
            if (recursive.contains(id(model.name()))) {
                findings.add(
                        root,
                        "The process calls itself, at once or through others.",
                        "Take one call out of the circle.");
            }
        }
        var namespaces = dmn ? DmnRules.NAMESPACES : BpmnGrammar.NAMESPACES;
        var content = findings.none() ? new ModelDocument(namespaces, findings).write(root) : new byte[0];
        return new Checked(model.name(), content, findings.all());
    }

    private static void bpmn(Node root, String processId, Catalogue catalogue, Findings findings) {
        BpmnGrammar.GRAMMAR.check(root, findings);
        new NameRules(findings).check(root, processId);
        new StepRules(catalogue, findings).check(root);
        new EventRules(findings).check(root);
        new FlowRules(catalogue, findings).check(root);
        new DiagramRules(findings).check(root);
    }

    private static String id(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }

    private static String kind(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches() ? matcher.group(2) : "";
    }
}
