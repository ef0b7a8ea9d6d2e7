package org.regatta.evaluation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundNotOpen;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.BulkReads;
import org.regatta.identity.NotVisible;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.Juries;
import org.regatta.project.Participations;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives what a juror has not handed in to others, while the round is open. */
@Service
@Transactional
public class Replacements {

    /** For how long a replacement can be taken back. */
    public static final Duration UNDO = Duration.ofMinutes(1);

    private static final String UNTOUCHED = """
            and not exists (select 1 from evaluation e where e.assignment_id = n.id)
            and not exists (select 1 from private_note t where t.assignment_id = n.id)
            """;

    private final JdbcClient database;
    private final Rounds rounds;
    private final AssignmentPlan assignments;
    private final Participations participations;
    private final Juries juries;
    private final Access access;
    private final BulkReads reads;

    Replacements(
            JdbcClient database,
            Rounds rounds,
            AssignmentPlan assignments,
            Participations participations,
            Juries juries,
            Access access,
            BulkReads reads) {
        this.database = database;
        this.rounds = rounds;
        this.assignments = assignments;
        this.participations = participations;
        this.juries = juries;
        this.access = access;
        this.reads = reads;
    }

    /**
     * How it went.
     *
     * @param given evaluations that are somebody else's now
     * @param kept those for which nobody is free, or not the one who was chosen; they stay where they were
     */
    public record Outcome(int given, int kept) {}

    /**
     * Somebody who can take over.
     *
     * @param open what they have still to hand in
     * @param takes how many of the open evaluations may be theirs: no conflict, no recusal, not theirs already
     */
    public record Candidate(UUID jurorId, String label, String name, long open, int takes) {}

    /**
     * How the juror is named where names are not shown.
     *
     * @throws NotVisible if the juror is in no jury of the round's competition
     */
    @Transactional(readOnly = true)
    public String label(UUID roundId, UUID jurorId) {
        return database.sql("""
                        select j.label from juror j join jury y on y.id = j.jury_id
                        where j.id = :juror and y.competition_id = :competition""")
                .param("juror", jurorId)
                .param("competition", manage(roundId).competitionId())
                .query(String.class)
                .optional()
                .orElseThrow(NotVisible::new);
    }

    /** How many evaluations of a juror are not in, but for projects a conflict of interest hides from the viewer. */
    @Transactional(readOnly = true)
    public int open(UUID roundId, UUID jurorId) {
        return open(manage(roundId), jurorId).size();
    }

    /**
     * The active jurors of the juries that sit in the round, but for this one: those who may take most first, of them the
     * least busy. Publishes {@link org.regatta.identity.PersonalDataRead}.
     */
    public List<Candidate> candidates(UUID roundId, UUID jurorId) {
        var round = manage(roundId);
        var projects = open(round, jurorId).stream().map(Open::projectId).toList();
        var takers = assignments.takers(roundId, projects);
        var candidates = database
                .sql("""
                        select j.id as juror_id, j.label, p.name, coalesce(busy.open, 0) as open
                        from juror j join person p on p.id = j.person_id
                        left join (select a.person_id, count(*) as open
                                   from assignment a left join evaluation e on e.assignment_id = a.id
                                   where a.round_id = :round and a.state = 'ACTIVE'
                                     and e.state is distinct from 'SUBMITTED'
                                   group by a.person_id) busy on busy.person_id = j.person_id
                        where j.active and j.jury_id in (select jury_id from round_jury where round_id = :round)
                          and j.person_id <> (select person_id from juror where id = :juror)
                        order by open, j.label collate natural_order, j.id""")
                .param("round", roundId)
                .param("juror", jurorId)
                .query((row, number) -> {
                    var id = row.getObject("juror_id", UUID.class);
                    var takes = takers.getOrDefault(id, 0);
                    return new Candidate(id, row.getString("label"), row.getString("name"), row.getLong("open"), takes);
                })
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Candidate::takes).reversed())
                .toList();
        reads.tell("jurors.candidates", roundId, round.competitionId(), candidates.size());
        return candidates;
    }

    /**
     * Gives every evaluation of a juror that is not in to another one; drafts stay with whoever wrote them. Publishes
     * {@link org.regatta.jury.AssignmentHandedOver} for each.
     *
     * @param replacementId null to spread them over those who are free, the least busy first
     * @throws RoundNotOpen if the round is not open
     * @throws InvalidInput without a reason, or if the juror has nothing left to hand in
     */
    public Outcome replace(UUID roundId, UUID jurorId, @Nullable UUID replacementId, String reason) {
        var round = manage(roundId);
        EvaluationInput.requireReason(reason);
        // turns first, then rows, as everybody does
        open(round, jurorId).forEach(one -> participations.takeTurn(roundId, one.projectId()));
        lockOpen(roundId);
        var open = open(round, jurorId);
        if (open.isEmpty()) {
            throw new InvalidInput(new Finding(
                    "jurorId", "This juror has nothing left to hand in.", "Choose a juror with open evaluations."));
        }
        var given = 0;
        for (var one : open) {
            var assignment = assignments.find(one.id()).orElseThrow();
            if (assignments
                    .handOver(assignment, replacementId, access.viewer().personId(), reason)
                    .isPresent()) {
                given++;
            }
        }
        return new Outcome(given, open.size() - given);
    }

    /**
     * Gives one assignment, of which nothing is in, to another juror; a draft stays with whoever wrote it. Publishes {@link
     * org.regatta.jury.AssignmentHandedOver}.
     *
     * @param replacementId a juror; null for the least busy of those who are free
     * @return the assignment of the other juror
     * @throws NotVisible if the assignment is unknown to the viewer
     * @throws RoundNotOpen if its round is not open
     * @throws InvalidInput without a reason, if it has ended or is handed in, or if nobody, or not this juror, is free
     */
    public UUID handOver(UUID assignmentId, @Nullable UUID replacementId, String reason) {
        var assignment = assignments.find(assignmentId).orElseThrow(NotVisible::new);
        if (!access.may(Action.MANAGE_ASSIGNMENTS, assignment.place())) {
            throw new NotVisible();
        }
        EvaluationInput.requireReason(reason);
        var roundId = assignment.roundId();
        participations.takeTurn(roundId, assignment.projectId());
        var round = lockOpen(roundId);
        if (open(round, assignment.jurorId()).stream().noneMatch(one -> one.id().equals(assignmentId))) {
            throw new InvalidInput(new Finding(
                    "assignmentId",
                    "This assignment has ended, or its evaluation is in.",
                    "Choose one of which nothing is in."));
        }
        return assignments
                .handOver(assignment, replacementId, access.viewer().personId(), reason)
                .flatMap(personId -> assignments.find(roundId, assignment.projectId(), personId))
                .orElseThrow(() -> new InvalidInput(new Finding(
                        "replacementId",
                        "Nobody is free for this project, or not this juror.",
                        "Choose one of those who are free, or take the juror off.")))
                .id();
    }

    /**
     * Like {@link #replace}, and the juror gets nothing in rounds to come either: both or neither.
     *
     * @param replacementId null to spread them over those who are free, the least busy first
     */
    public Outcome replaceForGood(UUID roundId, UUID jurorId, @Nullable UUID replacementId, String reason) {
        var outcome = replace(roundId, jurorId, replacementId, reason);
        juries.setActive(jurorId, false);
        return outcome;
    }

    /**
     * Takes back what was given away from a juror in the last minute, as it was: drafts are drafts again. What somebody has
     * begun to write meanwhile stays theirs. Publishes {@link org.regatta.jury.AssignmentHandedOver} for each.
     *
     * @param forGood whether the juror was to get nothing in rounds to come
     * @throws RoundNotOpen if the round is not open
     * @throws InvalidInput if nothing can be taken back any more
     */
    public Outcome undo(UUID roundId, UUID jurorId, boolean forGood) {
        var round = manage(roundId);
        givenAway(round, jurorId, "").forEach(one -> participations.takeTurn(roundId, one.projectId()));
        lockOpen(roundId);
        var all = givenAway(round, jurorId, "").size();
        var back = 0;
        for (var one : givenAway(round, jurorId, UNTOUCHED)) {
            var assignment = assignments.find(one.id()).orElseThrow();
            if (assignments.handBack(assignment, access.viewer().personId())) {
                back++;
            }
        }
        if (back == 0) {
            throw new InvalidInput(new Finding(
                    "jurorId",
                    "Nothing of this can be taken back any more.",
                    "Give it to somebody else on the page of the juror who has it now."));
        }
        if (forGood) {
            juries.setActive(jurorId, true);
        }
        return new Outcome(back, all - back);
    }

    private List<Open> givenAway(RoundView round, UUID jurorId, String which) {
        return database.sql("""
                        select a.id, a.project_id from assignment a join assignment n on n.replaces = a.id
                        where a.round_id = :round and a.juror_id = :juror and a.state = 'REPLACED'
                          and n.state = 'ACTIVE' and a.ended_at > clock_timestamp() - make_interval(secs => :seconds)
                          and not a.project_id = any(cast(:withheld as uuid[]))
                        """ + which + " order by a.project_id, a.id")
                .param("round", round.id())
                .param("juror", jurorId)
                .param("seconds", UNDO.toSeconds())
                .param("withheld", Ids.texts(access.withheld(round.competitionId())))
                .query(Open.class)
                .list();
    }

    /** Locks as plans do, so that no two give the same project to one juror. */
    private RoundView lockOpen(UUID roundId) {
        database.sql("select id from round where id = :round for update")
                .param("round", roundId)
                .query(UUID.class)
                .optional();
        var round = rounds.get(roundId);
        if (round.status() != RoundStatus.OPEN) {
            throw new RoundNotOpen(round);
        }
        return round;
    }

    /** By project, as turns are taken. */
    private List<Open> open(RoundView round, UUID jurorId) {
        return database.sql("""
                        select a.id, a.project_id from assignment a
                        where a.round_id = :round and a.juror_id = :juror and a.state = 'ACTIVE'
                          and not a.project_id = any(cast(:withheld as uuid[]))
                          and not exists (select 1 from evaluation e
                                          where e.assignment_id = a.id and e.state = 'SUBMITTED')
                        order by a.project_id, a.id""")
                .param("round", round.id())
                .param("juror", jurorId)
                .param("withheld", Ids.texts(access.withheld(round.competitionId())))
                .query(Open.class)
                .list();
    }

    private record Open(UUID id, UUID projectId) {}

    private RoundView manage(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.MANAGE_ASSIGNMENTS, round.place());
        return round;
    }
}
