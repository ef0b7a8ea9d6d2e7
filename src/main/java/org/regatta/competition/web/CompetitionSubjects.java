package org.regatta.competition.web;

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
            select c.id, c.name, c.zone, '/competitions/' || c.id as address
              from competition c where c.id = any(cast(:ids as uuid[]))
            union all
            select r.id, r.name, c.zone, '/rounds/' || r.id
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
            known.put(id, new Subject(id, row.getString("name"), null, "", row.getString("address"), zone));
        });
        return known;
    }
}
