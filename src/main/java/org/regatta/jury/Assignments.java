package org.regatta.jury;

import java.util.List;
import java.util.UUID;
import org.regatta.competition.RoundNotOpen;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.BulkReads;
import org.regatta.identity.NotVisible;
import org.regatta.identity.PersonalDataRead;
import org.regatta.identity.Role;
import org.regatta.project.Participations;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who evaluates what, for people. */
@Service
@Transactional
public class Assignments {

    private final AssignmentRepository repository;
    private final RecusalRecord recusals;
    private final Rounds rounds;
    private final Access access;
    private final BulkReads reads;
    private final AssignmentPlan plan;
    private final Participations participations;

    Assignments(
            AssignmentRepository repository,
            RecusalRecord recusals,
            Rounds rounds,
            Access access,
            BulkReads reads,
            AssignmentPlan plan,
            Participations participations) {
        this.plan = plan;
        this.participations = participations;
        this.repository = repository;
        this.recusals = recusals;
        this.rounds = rounds;
        this.access = access;
        this.reads = reads;
    }

    /**
     * The assignment: one's own, or anybody's for those who run the competition.
     *
     * @throws NotVisible if it is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public AssignmentView get(UUID assignmentId) {
        var assignment = repository.find(assignmentId).orElseThrow(NotVisible::new);
        if (own(assignment)) {
            access.require(Action.READ_PROJECT, assignment.place());
        } else if (!access.may(Action.READ_ASSIGNMENTS, assignment.place())) {
            throw new NotVisible();
        }
        return assignment;
    }

    /**
     * The assignments of a round by project number and juror; a juror sees only their own. Publishes {@link
     * PersonalDataRead} where they are everybody's.
     */
    public Page<AssignmentView> of(UUID roundId, PageRequest page) {
        var place = rounds.get(roundId).place();
        var everyone = access.may(Action.READ_ASSIGNMENTS, place);
        if (!everyone && (!access.viewer().holds(Role.JURY_MEMBER, place) || access.competes(place))) {
            access.require(Action.READ_ASSIGNMENTS, place);
        }
        var found = repository.list(roundId, access.viewer().personId(), everyone, page);
        if (everyone) {
            reads.tell(
                    "assignments", roundId, place.competitionId(), found.items().size());
        }
        return found;
    }

    /**
     * The jurors who could be given a project that takes part in the round, the least busy first. Publishes {@link
     * PersonalDataRead}.
     *
     * @throws NotVisible if the project takes no part in it
     */
    public List<FreeJuror> free(UUID roundId, UUID projectId) {
        var round = takingPart(roundId, projectId);
        var free = plan.free(roundId, projectId);
        reads.tell("jurors.free", projectId, round.competitionId(), free.size());
        return free;
    }

    /** Who evaluates or has evaluated a project of the round, whatever became of it, by label; without their words and scores. */
    public List<AssignmentView> ofProject(UUID roundId, UUID projectId) {
        var round = takingPart(roundId, projectId);
        var found = repository.ofProject(roundId, projectId);
        reads.tell("assignments", projectId, round.competitionId(), found.size());
        return found;
    }

    /**
     * Gives a project of an open round to one more juror: by hand, beside what the plan gave. Their task is there at once.
     * Publishes {@link JurorAssigned}.
     *
     * @return the assignment
     * @throws NotVisible if the round, or the project, is unknown to the viewer
     * @throws RoundNotOpen if the round is not open: before, its juries' seats say who gets what
     * @throws InvalidInput if the project takes no part, or the juror must not have it, or has or had it
     */
    public UUID assign(UUID roundId, UUID projectId, UUID jurorId) {
        manage(roundId, projectId);
        participations.takeTurn(roundId, projectId);
        var round = rounds.get(roundId);
        if (round.status() != RoundStatus.OPEN) {
            throw new RoundNotOpen(round);
        }
        if (participations.find(roundId, projectId).isEmpty()) {
            throw new InvalidInput(new Finding(
                    "projectId", "This project takes no part in the round.", "Choose one of those that do."));
        }
        return plan.assign(round, projectId, jurorId, access.viewer().personId());
    }

    private RoundView takingPart(UUID roundId, UUID projectId) {
        var round = manage(roundId, projectId);
        if (participations.find(roundId, projectId).isEmpty()) {
            throw new NotVisible();
        }
        return round;
    }

    private RoundView manage(UUID roundId, UUID projectId) {
        var round = rounds.get(roundId);
        access.require(Action.MANAGE_ASSIGNMENTS, round.place());
        // a conflict of interest hides the project from whoever has it
        if (!access.may(Action.MANAGE_ASSIGNMENTS, round.place().withProject(projectId))) {
            throw new NotVisible();
        }
        return round;
    }

    /**
     * Takes the juror off the project in this round: the juror themselves, or those who run the competition. Publishes
     * {@link RecusalsRecorded} and {@link AssignmentEnded}.
     *
     * @throws NotVisible if it is unknown to the viewer
     * @throws InvalidInput without a reason
     */
    public void recuse(UUID assignmentId, String reason) {
        var assignment = get(assignmentId);
        access.require(own(assignment) ? Action.WRITE_EVALUATION : Action.MANAGE_ASSIGNMENTS, assignment.place());
        if (reason.isBlank()) {
            throw new InvalidInput(
                    new Finding("reason", "There is no reason.", "Say why; the people concerned will read it."));
        }
        recusals.record(
                assignment.competitionId(),
                List.of(new NewRecusal(assignment.projectId(), assignment.jurorId(), assignment.roundId(), reason)));
    }

    private boolean own(AssignmentView assignment) {
        return assignment.personId().equals(access.viewer().personId());
    }
}
