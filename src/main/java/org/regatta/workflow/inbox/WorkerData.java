package org.regatta.workflow.inbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Views of the inbox a person saved, tasks they ended and models they proposed or decided about; the engine knows people by
 * their id alone.
 */
@Component
class WorkerData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of(
            "views", """
            select name, cast(saved_at as text) as saved_at from saved_view where owner_id = :person order by id\
            """,
            "tasks", """
            select name, business_key, cast(ended_at as text) as ended_at, cast(answers as text) as answers
              from inbox_task where completed_by = :person order by ended_at, task_id\
            """,
            "models", """
            select name, sha256, proposed_by = :person as proposed, decided_by = :person as decided, deployed,
                   cast(proposed_at as text) as proposed_at, cast(decided_at as text) as decided_at
              from model_proposal where :person in (proposed_by, decided_by) order by id\
            """);

    private final JdbcClient jdbc;

    WorkerData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "workflow";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    @Override
    public void forget(PersonView person) {
        jdbc.sql("""
            delete from saved_view where owner_id = :person\
            """).param("person", person.id()).update();
        // what was decided by them stands in the audit log and in the engine's history; here they are the person's
        // words
        jdbc.sql("update inbox_task set answers = null where completed_by = :person and answers is not null")
                .param("person", person.id())
                .update();
        PersonalData.rename(jdbc, person, """
            update model_proposal set name = regexp_replace(name, :named, :pseudonym, 'gi')
             where proposed_by = :person and name ~* :named\
            """);
    }
}
