package org.regatta.jury;

import java.util.Set;
import java.util.UUID;
import org.regatta.identity.Relations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the access policy who works on which project, and who must keep away from it. */
@Component
@Transactional(readOnly = true)
class Panel implements Relations {

    private final JdbcClient database;
    private final AssignmentRepository assignments;

    Panel(JdbcClient database, AssignmentRepository assignments) {
        this.database = database;
        this.assignments = assignments;
    }

    @Override
    public boolean conflicted(UUID personId, UUID projectId) {
        return database.sql("""
                        select exists (select 1 from project_conflict
                                       where person_id = :person and project_id = :project)""")
                .param("person", personId)
                .param("project", projectId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean assigned(UUID personId, UUID projectId) {
        return assignments.assigned(personId, projectId);
    }

    @Override
    public Set<UUID> conflicts(UUID personId, UUID competitionId) {
        return database.sql("""
                        select x.project_id from project_conflict x join project p on p.id = x.project_id
                        where x.person_id = :person and p.competition_id = :competition""")
                .param("person", personId)
                .param("competition", competitionId)
                .query(UUID.class)
                .set();
    }

    @Override
    public Set<UUID> conflicts(UUID personId) {
        return database.sql("select project_id from project_conflict where person_id = :person")
                .param("person", personId)
                .query(UUID.class)
                .set();
    }
}
