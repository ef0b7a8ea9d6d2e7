package org.regatta.competition.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The live finals to come, for those who will vote in them. */
@Component
class LiveFinals {

    private final Access access;
    private final JdbcClient database;

    LiveFinals(Access access, JdbcClient database) {
        this.access = access;
        this.database = database;
    }

    /**
     * A final that is not over.
     *
     * @param opensAt null where its date is not known yet
     */
    public record LiveFinal(
            UUID roundId,
            String name,
            String competition,
            ZoneId zone,
            @Nullable Instant opensAt) {}

    /** Those of running competitions that the viewer may see, the next first; at most fifty. */
    List<LiveFinal> ahead() {
        var reach = access.reach(Action.READ_COMPETITION);
        return database.sql("""
                        select r.id, r.name, c.name as competition, c.zone, r.opens_at
                        from round r join competition c on c.id = r.competition_id
                        where r.kind = 'LIVE_FINAL' and r.status <> 'COMPLETED' and c.status = 'RUNNING'
                          and (:everything or c.program_id = any(cast(:programs as uuid[]))
                               or c.id = any(cast(:competitions as uuid[])))
                        order by r.opens_at nulls last, c.name, r.id limit 50""")
                .param("everything", reach.everything())
                .param("programs", Ids.texts(reach.programIds()))
                .param("competitions", Ids.texts(reach.competitionIds()))
                .query(LiveFinals::row)
                .list();
    }

    private static LiveFinal row(ResultSet row, int number) throws SQLException {
        var opens = row.getObject("opens_at", OffsetDateTime.class);
        return new LiveFinal(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("competition"),
                ZoneId.of(row.getString("zone")),
                opens == null ? null : opens.toInstant());
    }
}
