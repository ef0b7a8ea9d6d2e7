package org.regatta.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Teams of a person and what these teams entered, which teams they were asked to join, and the projects the person is named
 * for as mentor. Results keep the membership under the id; nothing rests on a mentor or an unanswered invitation, so erasure
 * takes these away.
 */
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
            """,
            "teamInvitations", """
            select t.name as team, c.name as competition, i.email, cast(i.sent_at as text) as sent_at,
                   cast(i.expires_at as text) as expires_at
              from team_invitation i join team t on t.id = i.team_id join competition c on c.id = t.competition_id
             where i.person_id = :person order by i.id\
            """,
            "teamInvitationsSent", """
            select t.name as team, i.email, cast(i.sent_at as text) as sent_at
              from team_invitation i join team t on t.id = i.team_id where i.invited_by = :person order by i.id\
            """,
            "mentored", """
            select p.number as project, p.title, c.name as competition, cast(m.named_at as text) as named_at
              from project_mentor m join project p on p.id = m.project_id join competition c on c.id = p.competition_id
             where m.person_id = :person order by p.id\
            """,
            "mentorsNamed", """
            select p.number as project, p.title, cast(m.named_at as text) as named_at
              from project_mentor m join project p on p.id = m.project_id where m.named_by = :person order by p.id\
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

    @Override
    public void forget(PersonView person) {
        jdbc.sql("delete from project_mentor where person_id = :person")
                .param("person", person.id())
                .update();
        jdbc.sql("delete from team_invitation where person_id = :person")
                .param("person", person.id())
                .update();
        PersonalData.rename(jdbc, person, """
            update team t set name = left(regexp_replace(t.name, :named, :pseudonym, 'gi'), 200)
              from team_member m where m.team_id = t.id and m.person_id = :person and t.name ~* :named\
            """);
        PersonalData.rename(jdbc, person, """
            update project p
               set title = left(regexp_replace(p.title, :named, :pseudonym, 'gi'), 200),
                   summary = regexp_replace(p.summary, :named, :pseudonym, 'gi')
              from team_member m
             where m.team_id = p.team_id and m.person_id = :person and (p.title ~* :named or p.summary ~* :named)\
            """);
    }
}
