package org.regatta.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Finding;
import org.regatta.shared.Sha256;
import org.regatta.workflow.engine.ModelChecks;
import org.regatta.workflow.engine.ModelRefused;
import org.regatta.workflow.engine.ShippedModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The models that run: those shipped are deployed at start, as one set and only when something in it changed; an
 * administrator may check and deploy further versions.
 */
@Service
public class Deployments implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);
    private static final String SHIPPED = "regatta";

    private final RepositoryService repository;
    private final ModelChecks checks;
    private final ShippedModels shipped;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deployments(
            RepositoryService repository,
            ModelChecks checks,
            ShippedModels shipped,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.checks = checks;
        this.shipped = shipped;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A model was deployed.
     *
     * @param modelId id of the process or decision
     * @param sha256 of the document that runs, in hexadecimal digits
     * @param actor null for those shipped, which a start deploys
     */
    public record Deployed(
            String modelId,
            int version,
            String sha256,
            Instant occurredAt,
            @Nullable UUID actor) implements DomainEvent {

        @Override
        public String type() {
            return "workflow.modelDeployed";
        }

        @Override
        public String subject() {
            return modelId;
        }
    }

    /**
     * What is wrong with a model, empty when it could be deployed. Whoever runs a competition anywhere may ask: a check
     * changes nothing.
     *
     * @param name the file's name, {@code evaluateProject.bpmn}
     */
    public List<Finding> check(String name, byte[] content) {
        requireSomewhere(Action.CHECK_MODEL);
        return checks.check(name, content, repository);
    }

    /**
     * Deploys a new version of a process or decision; instances that run keep theirs. Publishes {@link Deployed}. A model
     * belongs to no program: the next competition of every one of them runs it. So it is for those who answer for the
     * whole site, and a role in one program is not enough.
     *
     * @param name the file's name, {@code evaluateProject.bpmn}
     * @throws ActionForbidden if the viewer is no super admin
     * @throws ModelRefused with every finding, if there is one
     */
    @Transactional
    public Deployed deploy(String name, byte[] content) {
        return put(name, checked(name, content));
    }

    /**
     * The document that would be deployed: the one the gate writes of what it understood. Refusals as of {@link #deploy}.
     */
    public byte[] checked(String name, byte[] content) {
        access.require(Action.DEPLOY_MODEL, Place.SITE);
        return Objects.requireNonNull(
                checks.passed(Map.of(name, content), repository).get(name));
    }

    /**
     * Deploys a document of {@link #checked} to the byte, as it was seen by whoever agreed to it; refusals as of {@link
     * #deploy}.
     *
     * @throws ModelRefused also if the gate would write it otherwise today
     */
    @Transactional
    public Deployed deployChecked(String name, byte[] document) {
        if (!Arrays.equals(checked(name, document), document)) {
            throw new ModelRefused(List.of(new Finding(
                    name,
                    "Regatta would write this model otherwise today than when it was proposed.",
                    "Decline it, and let it be proposed again.")));
        }
        return put(name, document);
    }

    private Deployed put(String name, byte[] document) {
        var models = Map.of(name, document);
        return tell(send(name, models, null), models, access.viewer().personId())
                .getFirst();
    }

    /** The document of the newest version of a process. */
    @Transactional(readOnly = true)
    public byte[] content(String processId) {
        requireSomewhere(Action.READ_MODEL);
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new NotVisible();
        }
        try (var document = repository.getProcessModel(definition.getId())) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed model cannot be read", e);
        }
    }

    /** Models are the same for all programs: whoever may do it in one may. */
    private void requireSomewhere(Action action) {
        if (access.reach(action).nothing()) {
            throw new ActionForbidden(action);
        }
    }

    /**
     * Deploys what is shipped before anything can start a process; a refusal stops the start. Publishes {@link Deployed}
     * for each that is new.
     */
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        var models = shipped.models();
        if (models.isEmpty()) {
            return;
        }
        var documents = checks.passed(models, repository);
        var deployment = send(SHIPPED, documents, SHIPPED);
        tell(deployment, documents, null);
        LOG.info("Shipped models are deployed models={} deployment={}", models.size(), deployment.getId());
    }

    private DeploymentWithDefinitions send(String name, Map<String, byte[]> models, @Nullable String source) {
        var deployment = repository.createDeployment().name(name);
        models.forEach((model, content) -> deployment.addInputStream(model, new ByteArrayInputStream(content)));
        if (source != null) {
            // nothing happens when the newest deployment of this name and source holds the same documents
            deployment.source(source).enableDuplicateFiltering(false);
        }
        try {
            return deployment.deployWithResult();
        } catch (ParseException refused) {
            throw new ModelRefused(findings(refused));
        }
    }

    private static List<Finding> findings(ParseException refused) {
        return refused.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream())
                .map(error -> new Finding(
                        "line " + error.getLine() + ", " + error.getMainElementId(),
                        "The engine cannot run it: " + error.getMessage(),
                        "Correct the element."))
                .toList();
    }

    /** Says what is new, processes first; nothing where the engine knew all of it. */
    private List<Deployed> tell(
            DeploymentWithDefinitions deployment, Map<String, byte[]> documents, @Nullable UUID actor) {
        var deployed = new ArrayList<ResourceDefinition>();
        deployed.addAll(Objects.requireNonNullElse(deployment.getDeployedProcessDefinitions(), List.of()));
        deployed.addAll(Objects.requireNonNullElse(deployment.getDeployedDecisionDefinitions(), List.of()));
        var told = deployed.stream()
                .map(model -> new Deployed(
                        model.getKey(),
                        model.getVersion(),
                        Sha256.hex(Objects.requireNonNull(documents.get(model.getResourceName()))),
                        clock.instant(),
                        actor))
                .toList();
        told.forEach(events::publishEvent);
        return told;
    }
}
