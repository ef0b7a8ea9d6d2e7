package org.regatta.deliberation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionBatches.Content;
import org.regatta.deliberation.DecisionDoor.Opened;
import org.regatta.deliberation.DecisionRepository.Locked;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.project.ProjectLifecycle;
import org.regatta.shared.Change;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may ask of decisions. Those of a project the viewer is in conflict with are not there for the viewer. */
@Service
@Transactional
public class Decisions {

    private final DecisionDoor door;
    private final DecisionRepository repository;
    private final DecisionList list;
    private final DecisionBatches batches;
    private final DecisionReleases releases;
    private final ProjectLifecycle projects;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            DecisionDoor door,
            DecisionTables tables,
            ProjectLifecycle projects,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.door = door;
        this.repository = tables.decisions();
        this.list = tables.list();
        this.batches = tables.batches();
        this.releases = tables.releases();
        this.projects = projects;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** One page of decisions with what stands around it. */
    public record Sheet(DecisionSummary summary, Page<DecisionView> page) {}

    /**
     * The decisions of a deliberation round as they are prepared, the best ranked first.
     *
     * @throws NotVisible if the round is unknown to the viewer, or no deliberation
     * @throws org.regatta.identity.ActionForbidden if the viewer may not see decisions before their release
     */
    @Transactional(readOnly = true)
    public Page<DecisionView> of(UUID roundId, PageRequest page) {
        var opened = door.toRead(roundId);
        return list.page(roundId, opened.withheld(), DecisionFilter.NONE, page);
    }

    /** Some of them, with what stands around; refusals as of {@link #of}. */
    @Transactional(readOnly = true)
    public Sheet sheet(UUID roundId, DecisionFilter filter, PageRequest page) {
        var opened = door.toRead(roundId);
        var hidden = opened.withheld();
        var summary = new DecisionSummary(
                list.counts(roundId, hidden, filter),
                list.categories(roundId, hidden),
                list.counts(roundId, hidden, DecisionFilter.NONE).getOrDefault(DecisionFilter.Show.OPEN, 0L),
                list.decimals(roundId),
                releases.of(roundId).orElse(null),
                batches.latest(roundId, hidden));
        return new Sheet(summary, list.page(roundId, hidden, filter, page));
    }

    /**
     * One of them; refusals as of {@link #of}.
     *
     * @throws NotVisible also if the project is not decided in this round, or a conflict of interest hides it
     */
    @Transactional(readOnly = true)
    public DecisionView one(UUID roundId, UUID projectId) {
        var opened = door.toRead(roundId);
        return list.all(roundId, opened.withheld(), DecisionFilter.NONE, List.of(projectId)).stream()
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    /** Those of some projects, the best ranked first; one that is hidden or unknown is left out. Refusals as of {@link #of}. */
    @Transactional(readOnly = true)
    public List<DecisionView> some(UUID roundId, List<UUID> projectIds) {
        return list.all(roundId, door.toRead(roundId).withheld(), DecisionFilter.NONE, projectIds);
    }

    /** The next project without an outcome, from the one given on and then from the top; refusals as of {@link #of}. */
    @Transactional(readOnly = true)
    public Optional<UUID> nextOpen(UUID roundId, UUID after) {
        return list.nextOpen(roundId, door.toRead(roundId).withheld(), after);
    }

    /**
     * What one outcome and reason for many would change, without changing it. Decisions that are so already are left out.
     *
     * @param projectIds which; null: all that match the filter
     * @throws NotVisible if the round is unknown to the viewer, or no deliberation
     * @throws DecisionsClosed if the round is not open
     */
    @Transactional(readOnly = true)
    public List<DecisionChange> preview(
            UUID roundId, DecisionFilter filter, @Nullable List<UUID> projectIds, Outcome outcome, String reason) {
        var opened = door.toWrite(roundId);
        return list.all(roundId, opened.withheld(), filter, projectIds).stream()
                .filter(before -> before.state() == DecisionState.PROPOSED
                        || before.outcome() != outcome
                        || !before.reason().equals(reason))
                .map(before -> {
                    var after = new NewDecision(
                            before.projectId(),
                            outcome,
                            outcome == Outcome.AWARDED ? before.place() : null,
                            outcome == Outcome.AWARDED ? before.award() : null,
                            reason);
                    return new DecisionChange(before, after, DecisionRules.findings(after, before.proposed()));
                })
                .toList();
    }

    /** Refuses who cannot decide in this round, before anybody looks at what they typed; as {@link #decide} does. */
    @Transactional(readOnly = true)
    public void requireDeciding(UUID roundId) {
        door.toWrite(roundId);
    }

    /**
     * Writes decisions over what was proposed or prepared: all of them or, with findings, none. Publishes {@link
     * DecisionsPrepared}, and {@link DecisionWritten} for each that did change.
     *
     * @return the batch, to take it back
     * @throws NotVisible if the round is unknown to the viewer, or no deliberation
     * @throws DecisionsClosed if the round is not open, or its decisions are approved
     * @throws InvalidInput naming each wrong decision by its position in the list
     */
    public UUID decide(UUID roundId, List<NewDecision> decisions) {
        var opened = door.toWrite(roundId);
        return write(opened, lock(opened), decisions);
    }

    /**
     * The same, as long as what it is written over is still as it was read; refusals as of {@link #decide(UUID, List)}.
     *
     * @param read what {@link #some} said about the projects decided
     * @throws ChangedMeanwhile if one of them is not so any more; nothing was written
     */
    public UUID decide(UUID roundId, List<NewDecision> decisions, List<DecisionView> read) {
        var opened = door.toWrite(roundId);
        var open = lock(opened);
        var ids = read.stream().map(DecisionView::projectId).toList();
        if (!list.all(roundId, opened.withheld(), DecisionFilter.NONE, ids).equals(read)) {
            throw new ChangedMeanwhile();
        }
        return write(opened, open, decisions);
    }

    private UUID write(Opened opened, Map<UUID, Locked> open, List<NewDecision> decisions) {
        var roundId = opened.round().id();
        DecisionRules.check(decisions, open);
        var personId = access.viewer().personId();
        var now = clock.instant();
        var ids = decisions.stream().map(NewDecision::projectId).toList();
        var batch = batches.begin(roundId, ids, personId, now);
        repository.prepare(roundId, decisions, personId, now);
        batches.compared(roundId, batch).forEach(one -> tell(opened, one.projectId(), one.before(), one.now(), now));
        events.publishEvent(
                new DecisionsPrepared(roundId, opened.round().competitionId(), personId, decisions.size(), now));
        return batch;
    }

    /**
     * Takes a batch back: every decision of it is as it was before. Publishes as {@link #decide} does.
     *
     * @throws NotVisible if the round has no such batch, it is taken back, or a conflict of interest hides a project of it
     * @throws DecisionsClosed if the decisions are approved, or one of the batch was changed since
     */
    public void undo(UUID roundId, UUID batchId) {
        var opened = door.toWrite(roundId);
        var open = lock(opened);
        var written = batches.projects(roundId, batchId);
        if (written.isEmpty() || !open.keySet().containsAll(written)) {
            throw new NotVisible();
        }
        var personId = access.viewer().personId();
        var now = clock.instant();
        var compared = batches.compared(roundId, batchId);
        if (batches.restore(roundId, batchId, personId, now) != written.size()) {
            throw DecisionsClosed.changedSince();
        }
        compared.forEach(one -> tell(opened, one.projectId(), one.now(), one.before(), now));
        events.publishEvent(
                new DecisionsPrepared(roundId, opened.round().competitionId(), personId, written.size(), now));
    }

    /**
     * Stops a planned release before its moment; the decisions are prepared again. Publishes {@link ReleaseCancelled}.
     *
     * @throws DecisionsClosed if none is planned
     */
    public void cancelRelease(UUID roundId) {
        var opened = door.toWrite(roundId);
        repository.lock(roundId);
        if (!releases.drop(roundId)) {
            throw DecisionsClosed.noRelease();
        }
        repository.reopen(roundId);
        events.publishEvent(new ReleaseCancelled(
                roundId, opened.round().competitionId(), access.viewer().personId(), clock.instant()));
    }

    /**
     * What has been decided about a project and released, the oldest first; empty before the first release. With rank and
     * result for those who read rankings, and for the project's mentors.
     *
     * @throws NotVisible if the project is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public List<ReleasedDecision> released(UUID projectId) {
        var place = projects.place(projectId).orElseThrow(NotVisible::new);
        access.require(Action.READ_PROJECT, place);
        var results = access.may(Action.READ_RESULT_AFTER_RELEASE, place);
        var ranks = results
                && access.withheld(Objects.requireNonNull(place.competitionId()))
                        .isEmpty();
        return repository.released(projectId).stream()
                .map(one -> ranks ? one : results ? one.unranked() : one.alone())
                .toList();
    }

    private void tell(Opened opened, UUID projectId, Content before, Content after, Instant now) {
        var changes = Change.between(before, after);
        if (!changes.isEmpty()) {
            var round = opened.round();
            events.publishEvent(new DecisionWritten(
                    projectId,
                    round.id(),
                    changes,
                    round.competitionId(),
                    access.viewer().personId(),
                    now));
        }
    }

    /** The round's decisions that the viewer may write, held until the transaction ends. */
    private Map<UUID, Locked> lock(Opened opened) {
        var locked = repository.lock(opened.round().id());
        if (locked.stream().anyMatch(one -> !one.state().changeable())) {
            throw DecisionsClosed.approved();
        }
        var open = new LinkedHashMap<UUID, Locked>();
        locked.forEach(one -> open.put(one.projectId(), one));
        open.keySet().removeAll(opened.withheld());
        return open;
    }
}
