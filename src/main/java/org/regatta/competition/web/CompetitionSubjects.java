package org.regatta.competition.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Ids;
import org.regatta.workflow.TaskSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the inbox the names of competitions and rounds, in one statement. */
@Component
class CompetitionSubjects implements TaskSubjects {

    private static final String BOTH = """
            select c.id, c.name, c.zone, '/competitions/' || c.id as address, null::timestamptz as closes_at
              from competition c where c.id = any(cast(:ids as uuid[]))
            union all
            select r.id, r.name, c.zone, '/rounds/' || r.id, r.closes_at
              from round r join competition c on c.id = r.competition_id where r.id = any(cast(:ids as uuid[]))
            """;

    private final JdbcClient database;

    CompetitionSubjects(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Subject> byIds(Collection<UUID> ids) {
        var known = new HashMap<UUID, Subject>();
        database.sql(BOTH).param("ids", Ids.texts(ids)).query(row -> {
            var id = row.getObject("id", UUID.class);
            var zone = ZoneId.of(row.getString("zone"));
            var closes = row.getObject("closes_at", OffsetDateTime.class);
            var closesAt = closes == null ? null : closes.toInstant();
            known.put(id, new Subject(id, row.getString("name"), null, "", row.getString("address"), zone, closesAt));
        });
        return known;
    }
}
