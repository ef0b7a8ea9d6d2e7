package org.regatta.evaluation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evaluations and notes of a person. Evaluations are results and stay, without the name; notes are private and go. */
@Component
class EvaluatorData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of(
            "evaluations", """
            select r.name as round, p.number as project, p.title, e.state, cast(e.scores as text) as scores,
                   cast(e.total as text) as total, e.comment, cast(e.submitted_at as text) as submitted_at,
                   e.reopened_reason, cast(e.reopened_at as text) as reopened_at
              from evaluation e join assignment a on a.id = e.assignment_id
              join round r on r.id = e.round_id join project p on p.id = e.project_id
             where a.person_id = :person order by e.id\
            """,
            "reopened", """
            select r.name as round, p.number as project, p.title, e.reopened_reason as reason,
                   cast(e.reopened_at as text) as reopened_at
              from evaluation e join round r on r.id = e.round_id join project p on p.id = e.project_id
             where e.reopened_by = :person order by e.id\
            """,
            "notes", """
            select p.number as project, p.title, n.text, cast(n.saved_at as text) as saved_at
              from private_note n join assignment a on a.id = n.assignment_id join project p on p.id = a.project_id
             where n.person_id = :person order by n.assignment_id\
            """);

    private final JdbcClient jdbc;

    EvaluatorData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "evaluation";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    @Override
    public void forget(PersonView person) {
        jdbc.sql("""
            delete from private_note where person_id = :person\
            """).param("person", person.id()).update();
        jdbc.sql("""
            update evaluation e set reopened_reason = ''
              from assignment a
             where a.id = e.assignment_id and e.reopened_reason <> ''
               and (a.person_id = :person or e.reopened_by = :person)\
            """).param("person", person.id()).update();
        PersonalData.rename(jdbc, person, """
            update evaluation e
               set comment = regexp_replace(e.comment, :named, :pseudonym, 'gi'),
                   scores = cast(regexp_replace(cast(e.scores as text), :named, :pseudonym, 'gi') as jsonb)
              from assignment a
             where a.id = e.assignment_id and a.person_id = :person
               and (e.comment ~* :named or cast(e.scores as text) ~* :named)\
            """);
    }
}
