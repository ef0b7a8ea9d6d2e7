package org.regatta.workflow.proposal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Ids;
import org.regatta.workflow.Deployments;
import org.regatta.workflow.Deployments.Deployed;
import org.regatta.workflow.engine.ModelRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Models on their way into the engine: at once, or after a second super admin has agreed, as the deployment asks. */
@Service
@Transactional
public class ModelProposals {

    private final JdbcClient database;
    private final Deployments deployments;
    private final ModelProperties properties;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ModelProposals(
            JdbcClient database,
            Deployments deployments,
            ModelProperties properties,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.deployments = deployments;
        this.properties = properties;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    private record Row(String name, byte[] document, String sha256, UUID proposedBy, boolean decided) {}

    /**
     * Deploys a model; where a second person is asked for, proposes it and publishes {@link ModelProposed}.
     *
     * @param name the file's name, {@code calibration.bpmn}
     * @return what was deployed; empty where it waits
     * @throws ActionForbidden if the viewer is no super admin
     * @throws ModelRefused with every finding, if there is one
     */
    public Optional<Deployed> submit(String name, byte[] content) {
        if (!properties.secondPersonForModels()) {
            return Optional.of(deployments.deploy(name, content));
        }
        var document = deployments.checked(name, content);
        var id = Ids.next();
        var personId = access.viewer().personId();
        var now = clock.instant();
        database.sql("""
                        insert into model_proposal (id, name, document, sha256, proposed_by, proposed_at)
                        values (:id, :name, :document, :sha256, :by, :now)""")
                .param("id", id)
                .param("name", name)
                .param("document", document)
                .param("sha256", Deployments.sha256(document))
                .param("by", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new ModelProposed(id, name, Deployments.sha256(document), personId, now));
        return Optional.empty();
    }

    /**
     * What waits, the oldest first.
     *
     * @throws ActionForbidden for all but super admins
     */
    @Transactional(readOnly = true)
    public List<ModelProposalView> open() {
        access.require(Action.DEPLOY_MODEL, Place.SITE);
        var personId = access.viewer().personId();
        return database.sql("""
                        select m.id, m.name, m.sha256, m.proposed_by, p.name as proposer, m.proposed_at
                          from model_proposal m join person p on p.id = m.proposed_by
                         where m.decided_at is null order by m.id""")
                .query((row, number) -> new ModelProposalView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getObject("proposed_by", UUID.class),
                        row.getString("proposer"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        !personId.equals(row.getObject("proposed_by", UUID.class))))
                .list();
    }

    /** How many wait, for those who may decide; none for everybody else. */
    @Transactional(readOnly = true)
    public long waiting() {
        return access.may(Action.DEPLOY_MODEL, Place.SITE)
                ? database.sql("select count(*) from model_proposal where decided_at is null")
                        .query(Long.class)
                        .single()
                : 0;
    }

    /**
     * The document that would be deployed, to be read before agreeing to it.
     *
     * @throws ActionForbidden for all but super admins
     * @throws NotVisible if there is no such proposal
     */
    @Transactional(readOnly = true)
    public byte[] document(UUID proposalId) {
        access.require(Action.DEPLOY_MODEL, Place.SITE);
        return row(proposalId, "").document();
    }

    /**
     * Deploys what was proposed, to the byte, as the second person. Publishes {@link ModelAgreed} besides what a
     * deployment publishes.
     *
     * @throws NotVisible if there is no such proposal
     * @throws SecondPersonForModel if the viewer proposed it
     * @throws ModelProposalDecided if it was decided before
     * @throws ModelRefused if it would not pass the gate any more; it goes on waiting
     */
    public Deployed approve(UUID proposalId) {
        var proposed = decide(proposalId, true);
        if (!Deployments.sha256(proposed.document()).equals(proposed.sha256())) {
            throw new IllegalStateException("The document of a proposed model was altered proposalId=" + proposalId);
        }
        events.publishEvent(new ModelAgreed(
                proposalId,
                proposed.name(),
                proposed.sha256(),
                proposed.proposedBy(),
                access.viewer().personId(),
                clock.instant()));
        return deployments.deployChecked(proposed.name(), proposed.document());
    }

    /** Refuses what was proposed; publishes {@link ModelDeclined}. Refusals as of {@link #approve}, but for the gate's. */
    public void decline(UUID proposalId) {
        var proposed = decide(proposalId, false);
        events.publishEvent(new ModelDeclined(
                proposalId,
                proposed.name(),
                proposed.sha256(),
                proposed.proposedBy(),
                access.viewer().personId(),
                clock.instant()));
    }

    private Row decide(UUID proposalId, boolean deployed) {
        access.require(Action.DEPLOY_MODEL, Place.SITE);
        var proposed = row(proposalId, " for update");
        if (proposed.decided()) {
            throw new ModelProposalDecided();
        }
        var personId = access.viewer().personId();
        if (personId.equals(proposed.proposedBy())) {
            throw new SecondPersonForModel();
        }
        database.sql(
                        "update model_proposal set decided_by = :by, decided_at = :now, deployed = :deployed where id = :id")
                .param("by", personId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("deployed", deployed)
                .param("id", proposalId)
                .update();
        return proposed;
    }

    private Row row(UUID proposalId, String lock) {
        return database.sql("select * from model_proposal where id = :id" + lock)
                .param("id", proposalId)
                .query((row, number) -> new Row(
                        row.getString("name"),
                        row.getBytes("document"),
                        row.getString("sha256"),
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("decided_at") != null))
                .optional()
                .orElseThrow(NotVisible::new);
    }
}
