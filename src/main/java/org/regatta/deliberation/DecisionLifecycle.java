package org.regatta.deliberation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundView;
import org.regatta.deliberation.DecisionRepository.Locked;
import org.regatta.identity.Access;
import org.regatta.identity.ConflictOfInterest;
import org.regatta.project.ProjectLifecycle;
import org.regatta.project.ProjectStatus;
import org.regatta.ranking.Calibration;
import org.regatta.ranking.RankedProject;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes decisions from the ranking's proposal to their release. Called by the process; checks no rights, only that
 * nobody decides on projects they have a conflict of interest with.
 */
@Service
@Transactional
public class DecisionLifecycle {

    private final DecisionTables tables;
    private final DecisionRepository repository;
    private final RoundLifecycle rounds;
    private final Calibration calibration;
    private final ProjectLifecycle projects;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecisionLifecycle(
            DecisionTables tables,
            RoundLifecycle rounds,
            Calibration calibration,
            ProjectLifecycle projects,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.repository = tables.decisions();
        this.rounds = rounds;
        this.calibration = calibration;
        this.projects = projects;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes a decision for every project still in the competition, from the approved ranking of the round that is
     * decided here; without such a round every project of the competition waits for people. Repeating it changes
     * nothing that is there. Publishes {@link DecisionsProposed}, several of more than a hundred projects.
     *
     * @throws org.regatta.ranking.RankingMissing if that round has no approved ranking
     */
    public void propose(UUID roundId) {
        var round = rounds.find(roundId);
        var running = projects.running(round.competitionId());
        var there = repository.all(roundId);
        repository.propose(roundId, candidates(round, running));
        var proposed = new ArrayList<>(repository.all(roundId));
        proposed.removeAll(there);
        DomainEvent.together(Decided.of(proposed))
                .forEach(some -> events.publishEvent(
                        new DecisionsProposed(roundId, some, round.competitionId(), clock.instant())));
    }

    /**
     * Goes on only if every project has an outcome.
     *
     * @throws DecisionsIncomplete naming those without
     * @throws org.regatta.identity.ConflictOfInterest if the viewer has one with any of them
     */
    @Transactional(readOnly = true)
    public void requireComplete(UUID roundId) {
        var decisions = repository.all(roundId);
        requireImpartial(roundId, decisions);
        requireComplete(decisions);
    }

    /**
     * Fixes all decisions of the round; publishes {@link DecisionsApproved}, several of more than a hundred projects.
     *
     * @throws DecisionsIncomplete naming the projects without an outcome
     * @throws DecisionsClosed if they are approved already
     * @throws org.regatta.identity.ConflictOfInterest if the viewer has one with any of the projects
     * @throws ApprovedByPreparer if the competition asks for four eyes and the person prepared one of them
     */
    public void approve(UUID roundId, UUID personId) {
        var decisions = repository.lock(roundId);
        requireImpartial(roundId, decisions);
        if (decisions.stream().anyMatch(one -> !one.state().changeable())) {
            throw DecisionsClosed.approved();
        }
        requireComplete(decisions);
        var competition = rounds.competition(rounds.find(roundId).competitionId());
        if (competition.fourEyes() && decisions.stream().anyMatch(one -> personId.equals(one.preparedBy()))) {
            throw new ApprovedByPreparer();
        }
        var now = clock.instant();
        repository.approve(roundId, personId, now);
        DomainEvent.togetherIfAny(Decided.of(decisions))
                .forEach(some ->
                        events.publishEvent(new DecisionsApproved(roundId, some, competition.id(), personId, now)));
    }

    /**
     * Plans when the approved decisions are released; publishes {@link ReleasePlanned}.
     *
     * @throws InvalidInput if the moment is not in the future
     */
    public void plan(UUID roundId, Instant releaseAt, UUID personId) {
        var now = clock.instant();
        if (!releaseAt.isAfter(now)) {
            throw new InvalidInput(new Finding(
                    "releaseAt", "This moment has passed.", "Choose one in the future, or release at once."));
        }
        var changes = Change.between()
                .field("releaseAt", tables.releases().of(roundId).orElse(null), releaseAt)
                .all();
        tables.releases().plan(roundId, releaseAt, personId, now);
        var competitionId = rounds.find(roundId).competitionId();
        events.publishEvent(new ReleasePlanned(roundId, releaseAt, changes, competitionId, personId, now));
    }

    /**
     * Makes all decisions of the round known at once and moves the projects accordingly; publishes {@link
     * DecisionsReleased}. Repeating it changes nothing.
     *
     * @throws DecisionsClosed if they are not approved
     */
    public void release(UUID roundId) {
        var decisions = repository.lock(roundId);
        if (!decisions.isEmpty() && decisions.stream().allMatch(one -> one.state() == DecisionState.RELEASED)) {
            return;
        }
        if (decisions.stream().anyMatch(one -> one.state() != DecisionState.APPROVED)) {
            throw DecisionsClosed.notApproved();
        }
        var now = clock.instant();
        repository.release(roundId, now);
        tables.releases().drop(roundId);
        for (var outcome : Outcome.values()) {
            var decided = decisions.stream()
                    .filter(one -> one.outcome() == outcome)
                    .map(Locked::projectId)
                    .toList();
            if (!decided.isEmpty()) {
                projects.move(decided, status(outcome));
            }
        }
        events.publishEvent(new DecisionsReleased(roundId, rounds.find(roundId).competitionId(), now));
    }

    private List<RankedProject> candidates(RoundView round, List<UUID> running) {
        var decides = round.decidesRoundId();
        if (decides == null) {
            return running.stream()
                    .map(project -> new RankedProject(project, null, 1, null, null, null, null))
                    .toList();
        }
        var still = new HashSet<>(running);
        return calibration.proposal(decides).stream()
                .filter(ranked -> still.contains(ranked.projectId()))
                .toList();
    }

    private void requireImpartial(UUID roundId, List<Locked> decisions) {
        var withheld = access.withheld(rounds.find(roundId).competitionId());
        if (decisions.stream().anyMatch(one -> withheld.contains(one.projectId()))) {
            throw new ConflictOfInterest();
        }
    }

    private static void requireComplete(List<Locked> decisions) {
        var findings = decisions.stream()
                .filter(one -> one.running() && one.outcome() == null)
                .map(one -> new Finding(
                        "decisions." + one.number(),
                        "Project " + one.number() + ", " + one.title() + ", is not decided.",
                        "Decide whether it advances, is not selected or is awarded."))
                .toList();
        if (!findings.isEmpty()) {
            throw new DecisionsIncomplete(findings);
        }
    }

    private static ProjectStatus status(Outcome outcome) {
        return switch (outcome) {
            case ADVANCES -> ProjectStatus.ADVANCED;
            case NOT_SELECTED -> ProjectStatus.NOT_SELECTED;
            case AWARDED -> ProjectStatus.AWARDED;
        };
    }

    /** The competition asks for four eyes, and the person who approves prepared some of the decisions. */
    static final class ApprovedByPreparer extends Problem {

        ApprovedByPreparer() {
            super(
                    Kind.CONFLICT,
                    "You prepared some of these decisions, and a second person has to approve them. Ask another"
                            + " administrator.");
        }
    }
}
