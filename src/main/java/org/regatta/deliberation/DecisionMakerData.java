package org.regatta.deliberation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decisions a person prepared or approved, and those released about projects of their teams, as far as the teams are told;
 * they are results and stay under the id.
 */
@Component
class DecisionMakerData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of(
            "decisions", """
        select p.number as project, p.title, d.outcome, d.reason, d.state, d.prepared_by = :person as prepared,
               d.approved_by = :person as approved, cast(d.prepared_at as text) as prepared_at,
               cast(d.approved_at as text) as approved_at
          from decision d join project p on p.id = d.project_id
         where :person in (d.prepared_by, d.approved_by) order by d.id\
        """,
            "released", """
        select p.number as project, p.title, v.name as round, d.outcome, d.place, d.award,
               case when e.feedback <> 'DECISION'
                     and not exists (select 1 from project_conflict x where x.project_id = p.id and x.person_id = :person)
                    then cast(trim_scale(d.cumulative_result) as text) end as result,
               cast(d.released_at as text) as released_at
          from decision d
          join project p on p.id = d.project_id
          join team_member m on m.team_id = p.team_id and m.person_id = :person
          join round v on v.id = d.round_id
          left join round e on e.id = v.decides_round_id
         where d.state = 'RELEASED' and d.outcome is not null order by d.released_at, d.id\
        """);

    private final JdbcClient jdbc;

    DecisionMakerData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "deliberation";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    @Override
    public void forget(PersonView person) {
        PersonalData.rename(jdbc, person, """
            update decision set reason = regexp_replace(reason, :named, :pseudonym, 'gi')
             where :person in (prepared_by, approved_by) and reason ~* :named\
            """);
        PersonalData.rename(jdbc, person, """
            update decision_batch_row r set reason = regexp_replace(r.reason, :named, :pseudonym, 'gi')
              from decision_batch b
             where b.id = r.batch_id and :person in (b.person_id, r.prepared_by) and r.reason ~* :named\
            """);
    }
}
