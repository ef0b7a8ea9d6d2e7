package org.regatta.deliberation.web;

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

/** How many projects of a deliberation are decided; nothing for those who may not see decisions before their release. */
@Component
class DecisionFigures implements BoardFigures {

    private static final String COUNTS = """
            select round_id, count(*) as whole, count(outcome) as decided
            from decision where round_id = any(cast(:rounds as uuid[])) group by round_id
            """;

    private final JdbcClient database;
    private final Access access;

    DecisionFigures(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    @Override
    public Map<UUID, List<Figure>> of(Collection<RoundView> rounds) {
        var readable = rounds.stream()
                .filter(round -> access.may(Action.READ_DECISIONS, round.place()))
                .map(round -> round.id().toString())
                .toArray(String[]::new);
        var figures = new HashMap<UUID, List<Figure>>();
        database.sql(COUNTS).param("rounds", readable).query(row -> {
            var roundId = row.getObject("round_id", UUID.class);
            var address = "/rounds/" + roundId + "/decisions";
            figures.put(
                    roundId,
                    List.of(new Figure("figure.decided", row.getLong("decided"), row.getLong("whole"), address)));
        });
        return figures;
    }
}
