package org.regatta.evaluation.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.BoardFigures;
import org.regatta.competition.RoundView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many evaluations of a round are in; never what is in them. */
@Component
class EvaluationFigures implements BoardFigures {

    /** Each count by an index of its own: a join of all, to tell the few assignments that ended, takes ten times as long. */
    private static final String COUNTS = """
            select r.id as round_id,
                   (select count(*) from assignment a where a.round_id = r.id and a.state = 'ACTIVE') as whole,
                   (select count(*) from assignment a where a.round_id = r.id and a.state = 'RECUSED') as recused,
                   (select count(*) from evaluation e where e.round_id = r.id and e.state = 'SUBMITTED')
                   - (select count(*) from assignment a join evaluation e on e.assignment_id = a.id
                       where a.round_id = r.id and a.state <> 'ACTIVE' and e.state = 'SUBMITTED') as submitted
            from round r where r.id = any(cast(:rounds as uuid[]))
            """;

    private final JdbcClient database;
    private final Access access;

    EvaluationFigures(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    @Override
    public Map<UUID, List<Figure>> of(Collection<RoundView> rounds) {
        var readable = rounds.stream()
                .filter(round -> access.may(Action.READ_PROGRESS, round.place()))
                .map(round -> round.id().toString())
                .toArray(String[]::new);
        var figures = new HashMap<UUID, List<Figure>>();
        database.sql(COUNTS).param("rounds", readable).query(row -> {
            if (row.getLong("whole") + row.getLong("recused") == 0) {
                return; // nobody judges in this round, or not yet
            }
            var list = new ArrayList<Figure>();
            list.add(new Figure("figure.evaluations", row.getLong("submitted"), row.getLong("whole"), null));
            if (row.getLong("recused") > 0) {
                list.add(new Figure("figure.recused", row.getLong("recused"), null, null));
            }
            figures.put(row.getObject("round_id", UUID.class), list);
        });
        return figures;
    }
}
