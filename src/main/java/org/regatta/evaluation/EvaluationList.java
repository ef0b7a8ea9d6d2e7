package org.regatta.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.BulkReads;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which evaluations of a round a viewer reads, and how much of each. Three statements for any number of rows. */
@Component
class EvaluationList {

    private static final String FROM = """
             from evaluation e
             join assignment a on a.id = e.assignment_id
             join project p on p.id = a.project_id
             join juror j on j.id = a.juror_id
            where e.round_id = :round
              and (:drafts or e.state = 'SUBMITTED')
              and not e.project_id = any(cast(:withheld as uuid[]))
              and (:everybody or e.project_id = any(cast(:own as uuid[])))""";

    private final JdbcClient database;
    private final EvaluationRepository repository;
    private final Access access;
    private final BulkReads reads;

    EvaluationList(JdbcClient database, EvaluationRepository repository, Access access, BulkReads reads) {
        this.database = database;
        this.repository = repository;
        this.access = access;
        this.reads = reads;
    }

    private record RoundState(Place place, UUID competitionId, boolean closed, boolean deliberated) {}

    /**
     * What a viewer reads.
     *
     * @param drafts whether those not handed in are listed, without content
     * @param scores whether content is shown at all
     * @param own null for the evaluations of all projects, else only of these
     */
    private record Extent(boolean drafts, boolean scores, boolean everybody, List<UUID> own) {}

    Page<EvaluationView> of(UUID roundId, PageRequest page) {
        var round = round(roundId).orElseThrow(NotVisible::new);
        var withheld = access.withheld(round.competitionId());
        var extent = extent(roundId, round, withheld);
        var total = database.sql("select count(*)" + FROM)
                .params(params(roundId, extent, withheld))
                .query(Long.class)
                .single();
        var items = database
                .sql("select " + EvaluationRepository.COLUMNS + FROM
                        + " order by e.project_id, j.label collate natural_order, e.id limit :limit offset :offset")
                .params(params(roundId, extent, withheld))
                .param("limit", page.size())
                .param("offset", page.offset())
                .query((row, number) -> repository.evaluation(row))
                .list()
                .stream()
                .map(evaluation -> shown(evaluation, extent))
                .toList();
        reads.tell("evaluations", roundId, round.competitionId(), items.size());
        return new Page<>(items, page.number(), page.size(), total);
    }

    private Extent extent(UUID roundId, RoundState round, Collection<UUID> withheld) {
        var place = round.place();
        if (access.may(Action.READ_EVALUATIONS, place)) {
            var scores = round.closed() || access.may(Action.READ_RANKING_BEFORE_CLOSE, place);
            return new Extent(true, scores, true, List.of());
        }
        if (round.closed() && access.may(Action.READ_EVALUATIONS_AFTER_CLOSE, place)) {
            return new Extent(false, true, true, List.of());
        }
        if (round.closed() && round.deliberated()) {
            var own = ownSubmitted(roundId).stream()
                    .filter(project -> !withheld.contains(project))
                    .toList();
            // the condition on the single project holds for all of them; role and rivalry are asked for one
            if (!own.isEmpty()
                    && access.may(Action.READ_EVALUATIONS_IN_DELIBERATION, place.withProject(own.getFirst()))) {
                return new Extent(false, true, false, own);
            }
        }
        access.require(Action.READ_EVALUATIONS, place);
        throw new NotVisible();
    }

    private Optional<RoundState> round(UUID roundId) {
        return database.sql("""
                        select r.competition_id, c.program_id, r.status in ('CLOSED', 'COMPLETED') as closed,
                               exists (select 1 from round d where d.decides_round_id = r.id and d.status in ('OPEN', 'CLOSED'))
                                   as deliberated
                          from round r join competition c on c.id = r.competition_id
                         where r.id = :round""")
                .param("round", roundId)
                .query((row, number) -> new RoundState(
                        Place.ofCompetition(
                                row.getObject("program_id", UUID.class), row.getObject("competition_id", UUID.class)),
                        row.getObject("competition_id", UUID.class),
                        row.getBoolean("closed"),
                        row.getBoolean("deliberated")))
                .optional();
    }

    /** The projects of which the viewer, still assigned, has handed in the own evaluation. */
    private List<UUID> ownSubmitted(UUID roundId) {
        return database.sql("""
                        select e.project_id
                          from assignment a join evaluation e on e.assignment_id = a.id
                         where a.round_id = :round and a.person_id = :person and a.state = 'ACTIVE'
                           and e.state = 'SUBMITTED'
                         order by e.project_id""")
                .param("round", roundId)
                .param("person", access.viewer().personId())
                .query(UUID.class)
                .list();
    }

    private static EvaluationView shown(EvaluationView stored, Extent extent) {
        if (extent.scores() && stored.state() == EvaluationState.SUBMITTED) {
            return stored;
        }
        return new EvaluationView(
                stored.id(),
                stored.assignmentId(),
                stored.roundId(),
                stored.projectId(),
                stored.projectNumber(),
                stored.projectTitle(),
                stored.jurorId(),
                stored.jurorLabel(),
                stored.state(),
                true,
                Map.of(),
                "",
                null,
                stored.submittedAt(),
                stored.savedAt(),
                stored.version());
    }

    private static Map<String, Object> params(UUID roundId, Extent extent, Collection<UUID> withheld) {
        return Map.of(
                "round", roundId,
                "drafts", extent.drafts(),
                "withheld", Ids.texts(withheld),
                "everybody", extent.everybody(),
                "own", Ids.texts(extent.own()));
    }
}
