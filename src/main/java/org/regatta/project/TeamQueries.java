package org.regatta.project;

import java.util.UUID;
import org.regatta.identity.NotVisible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads teams with their members; whoever asks has checked that the viewer may know them. */
@Repository
class TeamQueries {

    private final JdbcClient database;

    TeamQueries(JdbcClient database) {
        this.database = database;
    }

    TeamView get(UUID teamId) {
        var members = database.sql("""
                        select m.person_id, p.name, m.leads from team_member m join person p on p.id = m.person_id
                        where m.team_id = :team order by m.leads desc, p.name, p.id""")
                .param("team", teamId)
                .query(TeamView.Member.class)
                .list();
        return database.sql("select name from team where id = :team")
                .param("team", teamId)
                .query((row, number) -> new TeamView(teamId, row.getString("name"), members))
                .optional()
                .orElseThrow(NotVisible::new);
    }
}
