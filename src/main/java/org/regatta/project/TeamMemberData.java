package org.regatta.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Teams of a person and what these teams entered; results keep the membership under the id. */
@Component
class TeamMemberData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of(
            "teams", """
            select t.name as team, m.leads, c.name as competition
              from team_member m join team t on t.id = m.team_id join competition c on c.id = t.competition_id
             where m.person_id = :person order by t.id\
            """,
            "projects", """
            select p.number, p.title, p.summary, p.category, p.country, p.status, cast(p.created_at as text) as created_at,
                   cast(p.submitted_at as text) as submitted_at
              from project p join team_member m on m.team_id = p.team_id
             where m.person_id = :person order by p.id\
            """);

    private final JdbcClient jdbc;

    TeamMemberData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "project";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }
}
