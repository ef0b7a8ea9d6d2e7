package org.regatta.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Place;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.FreeJuror;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens where the jurors of a project differ too much: a third reader, or a reason why not. */
@Service
@Transactional
public class Discrepancies {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient database;
    private final RoundLifecycle rounds;
    private final Rubrics rubrics;
    private final AssignmentPlan assignments;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Discrepancies(
            JdbcClient database,
            RoundLifecycle rounds,
            Rubrics rubrics,
            AssignmentPlan assignments,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.rubrics = rubrics;
        this.assignments = assignments;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How far the totals handed in for a project lie apart.
     *
     * @param evaluations how many there are
     * @param percent highest less lowest, in percent of the rubric's scale, rounded half up
     */
    public record Spread(int evaluations, int percent) {}

    /** How far the jurors of a project lie apart. Called by the process; checks no rights. */
    @Transactional(readOnly = true)
    public Spread spread(UUID roundId, UUID projectId) {
        var totals = database.sql("""
                        select e.total from evaluation e join assignment a on a.id = e.assignment_id
                        where e.round_id = :round and e.project_id = :project and a.state = 'ACTIVE'
                          and e.state = 'SUBMITTED' and e.total is not null
                        order by e.total""")
                .param("round", roundId)
                .param("project", projectId)
                .query(BigDecimal.class)
                .list();
        var range = totals.size() < 2 ? BigDecimal.ZERO : range(rounds.find(roundId));
        if (range.signum() <= 0) {
            return new Spread(totals.size(), 0);
        }
        return new Spread(
                totals.size(),
                totals.getLast()
                        .subtract(totals.getFirst())
                        .multiply(HUNDRED)
                        .divide(range, 0, RoundingMode.HALF_UP)
                        .intValue());
    }

    /** Whether that person has handed in an evaluation of the project. Called by the process; checks no rights. */
    @Transactional(readOnly = true)
    public boolean scored(UUID roundId, UUID projectId, UUID personId) {
        return database.sql("""
                        select exists (select 1 from evaluation e join assignment a on a.id = e.assignment_id
                                       where a.round_id = :round and a.project_id = :project and a.person_id = :person
                                         and a.state = 'ACTIVE' and e.state = 'SUBMITTED')""")
                .param("round", roundId)
                .param("project", projectId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** The jurors who could read the project afresh, the least busy first. */
    @Transactional(readOnly = true)
    public List<FreeJuror> candidates(UUID roundId, UUID projectId) {
        require(roundId, projectId);
        return assignments.free(roundId, projectId);
    }

    /**
     * Gives the project to a further juror; publishes {@link ThirdReaderAppointed}.
     *
     * @return the juror's person
     * @throws InvalidInput if that juror is not free
     */
    public UUID appoint(UUID roundId, UUID projectId, UUID jurorId, String reason) {
        var round = require(roundId, projectId);
        var personId = assignments
                .appoint(roundId, projectId, jurorId)
                .orElseThrow(() -> new InvalidInput(new Finding(
                        "juror", "This juror is not free for this project.", "Choose another one of the list.")));
        events.publishEvent(new ThirdReaderAppointed(
                roundId,
                projectId,
                personId,
                round.competitionId(),
                access.viewer().personId(),
                reason,
                clock.instant()));
        return personId;
    }

    /**
     * Lets a discrepancy stand; publishes {@link DiscrepancyAccepted}.
     *
     * @throws InvalidInput without a reason
     */
    public void accept(UUID roundId, UUID projectId, String reason) {
        var round = require(roundId, projectId);
        EvaluationInput.requireReason(reason);
        events.publishEvent(new DiscrepancyAccepted(
                roundId, projectId, round.competitionId(), access.viewer().personId(), reason, clock.instant()));
    }

    private RoundView require(UUID roundId, UUID projectId) {
        var round = rounds.find(roundId);
        access.require(Action.MANAGE_ASSIGNMENTS, new Place(round.programId(), round.competitionId(), projectId));
        return round;
    }

    private BigDecimal range(RoundView round) {
        var rubricId = round.rubricId();
        return rubricId == null
                ? BigDecimal.ZERO
                : rubrics.find(rubricId).map(rubric -> rubric.range()).orElse(BigDecimal.ZERO);
    }
}
