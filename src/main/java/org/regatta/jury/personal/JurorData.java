package org.regatta.jury.personal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seats, conflicts, assignments and recusals of a person. */
@Component
class JurorData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of(
            "seats", """
            select y.name as jury, j.label, cast(j.weight as text) as weight, j.chairs, j.active
              from juror j join jury y on y.id = j.jury_id where j.person_id = :person order by j.id\
            """,
            "conflicts", """
            select p.number as project, p.title, c.kind, c.reason, cast(c.declared_at as text) as declared_at,
                   cast(c.lifted_at as text) as lifted_at
              from conflict_of_interest c join project p on p.id = c.project_id where c.person_id = :person order by c.id\
            """,
            "assignments", """
            select r.name as round, p.number as project, p.title, a.state, cast(a.created_at as text) as created_at,
                   a.ended_reason, cast(a.ended_at as text) as ended_at
              from assignment a join round r on r.id = a.round_id join project p on p.id = a.project_id
             where a.person_id = :person order by a.id\
            """,
            "recusals", """
            select p.number as project, p.title, x.reason, cast(x.recorded_at as text) as recorded_at
              from recusal x join juror j on j.id = x.juror_id join project p on p.id = x.project_id
             where j.person_id = :person order by x.id\
            """);

    private final JdbcClient jdbc;

    JurorData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "jury";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    @Override
    public void forget(PersonView person) {
        jdbc.sql("""
            update conflict_of_interest set reason = '' where person_id = :person\
            """).param("person", person.id()).update();
        jdbc.sql("""
            update recusal set reason = '' where juror_id in (select id from juror where person_id = :person)\
            """).param("person", person.id()).update();
        jdbc.sql("update assignment set ended_reason = '' where person_id = :person and ended_reason <> ''")
                .param("person", person.id())
                .update();
    }
}
