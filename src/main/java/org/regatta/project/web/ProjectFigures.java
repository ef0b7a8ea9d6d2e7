package org.regatta.project.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.competition.BoardFigures;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many projects take part in a round, and on how many the work is done; in a call, how many came and may still come. */
@Component
class ProjectFigures implements BoardFigures {

    private static final String COUNTS = """
            select round_id, count(*) as whole, count(*) filter (where state in ('EVALUATED', 'ENDED')) as done
            from participation where round_id = any(cast(:rounds as uuid[])) group by round_id
            """;

    private static final String CALLS = """
            select r.id as round_id, p.handed_in, p.drafts
            from round r cross join lateral (
                select count(*) filter (where status = 'DRAFT') as drafts,
                       count(*) filter (where status not in ('DRAFT', 'WITHDRAWN')) as handed_in
                from project where competition_id = r.competition_id) p
            where r.id = any(cast(:rounds as uuid[]))
            """;

    private final JdbcClient database;
    private final Access access;

    ProjectFigures(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    @Override
    public Map<UUID, List<Figure>> of(Collection<RoundView> rounds) {
        var readable = new HashMap<UUID, RoundView>();
        for (var round : rounds) {
            if (access.may(Action.READ_PROGRESS, round.place())) {
                readable.put(round.id(), round);
            }
        }
        var figures = new HashMap<UUID, List<Figure>>(calls(readable.values()));
        database.sql(COUNTS).param("rounds", Ids.texts(readable.keySet())).query(row -> {
            var round = readable.get(row.getObject("round_id", UUID.class));
            if (round != null && round.kind() != RoundKind.INTAKE) {
                figures.put(round.id(), figures(round, row.getLong("whole"), row.getLong("done")));
            }
        });
        return figures;
    }

    private Map<UUID, List<Figure>> calls(Collection<RoundView> rounds) {
        var calls = rounds.stream()
                .filter(round -> round.kind() == RoundKind.INTAKE && round.status() != RoundStatus.PLANNED)
                .collect(Collectors.toMap(RoundView::id, RoundView::competitionId));
        var figures = new HashMap<UUID, List<Figure>>();
        if (!calls.isEmpty()) {
            database.sql(CALLS).param("rounds", Ids.texts(calls.keySet())).query(row -> {
                var roundId = row.getObject("round_id", UUID.class);
                var list = "/competitions/" + calls.get(roundId) + "/projects";
                figures.put(
                        roundId,
                        List.of(
                                new Figure("figure.handedIn", row.getLong("handed_in"), null, list),
                                new Figure("figure.drafts", row.getLong("drafts"), null, list + "?status=DRAFT")));
            });
        }
        return figures;
    }

    private static List<Figure> figures(RoundView round, long whole, long done) {
        var address = "/competitions/" + round.competitionId() + "/projects";
        var list = new ArrayList<Figure>();
        list.add(new Figure("figure.projects", whole, null, address));
        if (round.kind() == RoundKind.EVALUATION) {
            list.add(new Figure("figure.projectsDone", done, whole, null));
        }
        return list;
    }
}
