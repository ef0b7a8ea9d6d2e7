package org.regatta.jury;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundView;
import org.regatta.jury.PlanRepository.Given;
import org.regatta.project.Participations;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides who evaluates what in a round, and says so. Called by the process; checks no rights. */
@Service
@Transactional
public class AssignmentPlan {

    /** As many jurors as may work on one project of a round: each is a branch of its process. */
    public static final int MOST_ON_A_PROJECT = 50;

    private static final int MANY = 500;

    private final AssignmentRepository repository;
    private final PlanRepository plan;
    private final RoundLifecycle rounds;
    private final Participations participations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssignmentPlan(
            AssignmentRepository repository,
            PlanRepository plan,
            RoundLifecycle rounds,
            Participations participations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.plan = plan;
        this.rounds = rounds;
        this.participations = participations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Assigns every participating project to the jurors who sit for it: the whole jury, or as many as the seat asks for,
     * so that their loads are as even as recusals and conflicts permit. Recused and conflicted pairs get no row at all.
     * The same data give the same plan; repeated, it only adds what is missing. Publishes {@link JurorsAssigned}.
     *
     * @return how many assignments are new
     */
    public int assignRound(UUID roundId) {
        plan.hold(roundId);
        var assigned = new ArrayList<>(plan.assignWholeJuries(roundId));
        for (var seat : plan.balancedSeats(roundId)) {
            assigned.addAll(plan.insert(roundId, BalancedPlan.of(seat, plan.candidates(roundId, seat))));
        }
        if (assigned.size() >= MANY) {
            plan.refreshStatistics();
        }
        tell(roundId, assigned);
        return assigned.size();
    }

    /**
     * The jurors of the round's juries who have nothing to do with the project: not assigned, recused or in conflict with
     * it, and without a project of their own; the least busy first.
     */
    @Transactional(readOnly = true)
    public List<FreeJuror> free(UUID roundId, UUID projectId) {
        return plan.free(roundId, projectId);
    }

    /**
     * Who could take over some of these projects: jurors' ids, and for how many of the projects each is {@link #free}.
     * Whoever is free for none is not in it.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> takers(UUID roundId, List<UUID> projectIds) {
        return plan.takers(roundId, projectIds);
    }

    /**
     * Gives a project to one more juror of those who are {@link #free}; publishes {@link JurorsAssigned}.
     *
     * @return the juror's person; empty if the juror is not free
     */
    public Optional<UUID> appoint(UUID roundId, UUID projectId, UUID jurorId) {
        plan.hold(roundId);
        var chosen = plan.free(roundId, projectId).stream()
                .filter(juror -> juror.jurorId().equals(jurorId))
                .findFirst();
        chosen.ifPresent(juror -> {
            tell(roundId, plan.insert(roundId, List.of(new BalancedPlan.Pair(projectId, jurorId))));
        });
        return chosen.map(FreeJuror::personId);
    }

    /**
     * Gives a project that takes part to one more juror, because somebody wants it so; publishes {@link JurorAssigned}. The
     * caller has the turn.
     *
     * @param actor who wants it so
     * @return the assignment
     * @throws InvalidInput if the juror must not have it, or has or had it, or as many as are possible have it
     */
    UUID assign(RoundView round, UUID projectId, UUID jurorId, UUID actor) {
        plan.hold(round.id());
        plan.obstacle(round.id(), projectId, jurorId).ifPresent(obstacle -> {
            throw new InvalidInput(obstacle.finding());
        });
        if (repository.activeJurors(round.id(), projectId).size() >= MOST_ON_A_PROJECT) {
            throw new InvalidInput(new Finding(
                    "projectId",
                    "As many jurors read this project as can.",
                    "Take one off it first, or replace one by another."));
        }
        var personId = plan.insert(round.id(), List.of(new BalancedPlan.Pair(projectId, jurorId)))
                .getFirst()
                .personId();
        var assignmentId =
                repository.find(round.id(), projectId, personId).orElseThrow().id();
        events.publishEvent(new JurorAssigned(
                assignmentId, round.id(), projectId, personId, round.competitionId(), actor, clock.instant()));
        return assignmentId;
    }

    /**
     * Gives an active assignment to another juror, of those who are {@link #free}; publishes {@link AssignmentHandedOver}.
     * The caller holds the assignment's row.
     *
     * @param jurorId null for the least busy
     * @param actor who wants it so
     * @return the other juror's person; empty if nobody, or not this juror, is free
     */
    public Optional<UUID> handOver(AssignmentView from, @Nullable UUID jurorId, UUID actor, String reason) {
        var to = plan.free(from.roundId(), from.projectId()).stream()
                .filter(juror -> jurorId == null || juror.jurorId().equals(jurorId))
                .findFirst();
        if (to.isEmpty() || !repository.replace(from.id(), reason)) {
            return Optional.empty();
        }
        plan.insert(
                from.roundId(),
                List.of(new BalancedPlan.Pair(from.projectId(), to.get().jurorId())));
        repository.takenOver(from, to.get().personId());
        events.publishEvent(new AssignmentHandedOver(
                from.id(),
                from.roundId(),
                from.projectId(),
                from.personId(),
                to.get().personId(),
                from.competitionId(),
                actor,
                reason,
                clock.instant()));
        return to.map(FreeJuror::personId);
    }

    /**
     * Takes a {@link #handOver} back: the assignment is its juror's again, and whoever took it over has none. Publishes
     * {@link AssignmentHandedOver}. The caller has made sure that nothing is written for the one to be removed, and holds the
     * project's turn.
     *
     * @param actor who wants it so
     * @return false if it was not handed over, was handed on since, or the juror must not have the project any more
     */
    public boolean handBack(AssignmentView to, UUID actor) {
        var taker = repository.takeFrom(to);
        taker.ifPresent(from -> events.publishEvent(new AssignmentHandedOver(
                from.id(),
                to.roundId(),
                to.projectId(),
                from.personId(),
                to.personId(),
                to.competitionId(),
                actor,
                "The replacement was taken back.",
                clock.instant())));
        return taker.isPresent();
    }

    /** The persons who are to evaluate a project, by their labels as people count. */
    @Transactional(readOnly = true)
    public List<UUID> activeJurors(UUID roundId, UUID projectId) {
        return repository.activeJurors(roundId, projectId);
    }

    /** The assignment of that id, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<AssignmentView> find(UUID assignmentId) {
        return repository.find(assignmentId);
    }

    /** A person's assignment for a project in a round, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<AssignmentView> find(UUID roundId, UUID projectId, UUID personId) {
        return repository.find(roundId, projectId, personId);
    }

    /**
     * Takes the turn of the work an assignment belongs to, before its rows are held; see {@link Participations#takeTurn}.
     * Nothing happens if there is no such assignment.
     */
    public void takeTurn(UUID assignmentId) {
        repository
                .find(assignmentId)
                .ifPresent(assignment -> participations.takeTurn(assignment.roundId(), assignment.projectId()));
    }

    /** Notes that the juror gives no score, and why; false if the assignment is not active any more. */
    public boolean abstain(UUID assignmentId, String reason) {
        return repository.abstain(assignmentId, reason);
    }

    /**
     * Ends every active assignment of a project in rounds not completed, because the project has left the competition;
     * publishes {@link AssignmentEnded} for each.
     *
     * @param actor who wants it so; null for a process
     */
    public void endProject(UUID projectId, UUID competitionId, @Nullable UUID actor) {
        repository
                .endProject(projectId, "The project has left the competition.")
                .forEach(ended -> events.publishEvent(new AssignmentEnded(
                        ended.id(),
                        ended.roundId(),
                        ended.projectId(),
                        ended.personId(),
                        competitionId,
                        actor,
                        clock.instant())));
    }

    /** Says who is to evaluate what: by jurors that projects have in common, as where whole juries sit, or else juror by juror. */
    private void tell(UUID roundId, List<Given> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        var competitionId = rounds.find(roundId).competitionId();
        var persons = new LinkedHashMap<UUID, Set<UUID>>();
        assigned.forEach(given -> persons.computeIfAbsent(given.projectId(), project -> new LinkedHashSet<>())
                .add(given.personId()));
        var byJurors = new LinkedHashMap<Set<UUID>, List<UUID>>();
        persons.forEach((project, jurors) ->
                byJurors.computeIfAbsent(jurors, same -> new ArrayList<>()).add(project));
        var byJuror = new LinkedHashMap<Set<UUID>, List<UUID>>();
        assigned.forEach(given -> byJuror.computeIfAbsent(Set.of(given.personId()), juror -> new ArrayList<>())
                .add(given.projectId()));
        (byJurors.size() <= byJuror.size() ? byJurors : byJuror)
                .forEach((jurors, all) -> DomainEvent.together(all)
                        .forEach(some -> events.publishEvent(new JurorsAssigned(
                                roundId, some, List.copyOf(jurors), competitionId, clock.instant()))));
    }
}
