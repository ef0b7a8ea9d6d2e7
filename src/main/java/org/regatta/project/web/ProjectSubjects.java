package org.regatta.project.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Ids;
import org.regatta.workflow.TaskSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the inbox which projects its tasks are about; says nothing of teams, since rounds may be blind. */
@Component
class ProjectSubjects implements TaskSubjects {

    private final JdbcClient database;

    ProjectSubjects(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Subject> byIds(Collection<UUID> ids) {
        var known = new HashMap<UUID, Subject>();
        database.sql("select id, number, title, summary from project where id = any(cast(:ids as uuid[]))")
                .param("ids", Ids.texts(ids))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var address = "/projects/" + id;
                    known.put(
                            id,
                            new Subject(
                                    id,
                                    row.getString("title"),
                                    row.getString("number"),
                                    row.getString("summary"),
                                    address,
                                    null,
                                    null));
                });
        return known;
    }
}
