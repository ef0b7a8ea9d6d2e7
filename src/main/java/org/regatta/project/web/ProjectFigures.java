package org.regatta.project.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.BoardFigures;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many projects take part in a round, and on how many the work is done. */
@Component
class ProjectFigures implements BoardFigures {

    private static final String COUNTS = """
            select round_id, count(*) as whole, count(*) filter (where state in ('EVALUATED', 'ENDED')) as done
            from participation where round_id = any(cast(:rounds as uuid[])) group by round_id
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
        var figures = new HashMap<UUID, List<Figure>>();
        database.sql(COUNTS).param("rounds", Ids.texts(readable.keySet())).query(row -> {
            var round = readable.get(row.getObject("round_id", UUID.class));
            if (round != null) {
                figures.put(round.id(), figures(round, row.getLong("whole"), row.getLong("done")));
            }
        });
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
