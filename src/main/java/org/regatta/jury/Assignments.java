package org.regatta.jury;

import java.util.List;
import java.util.UUID;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.BulkReads;
import org.regatta.identity.NotVisible;
import org.regatta.identity.PersonalDataRead;
import org.regatta.identity.Role;
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

    Assignments(
            AssignmentRepository repository, RecusalRecord recusals, Rounds rounds, Access access, BulkReads reads) {
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
     * Takes the juror off the project in this round: the juror themselves, or those who run the competition. Publishes
     * {@link RecusalsRecorded} and {@link AssignmentEnded}.
     *
     * @throws NotVisible if it is unknown to the viewer
     */
    public void recuse(UUID assignmentId, String reason) {
        var assignment = get(assignmentId);
        access.require(own(assignment) ? Action.WRITE_EVALUATION : Action.MANAGE_ASSIGNMENTS, assignment.place());
        recusals.record(
                assignment.competitionId(),
                List.of(new NewRecusal(assignment.projectId(), assignment.jurorId(), assignment.roundId(), reason)));
    }

    private boolean own(AssignmentView assignment) {
        return assignment.personId().equals(access.viewer().personId());
    }
}
