package org.regatta.project;

import java.util.UUID;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Relations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Teams with their members; tells the access policy who belongs to which, and which projects are shortlisted. */
@Component
@Transactional(readOnly = true)
class Teams implements Relations {

    private final ProjectRepository repository;
    private final JdbcClient database;

    Teams(ProjectRepository repository, JdbcClient database) {
        this.repository = repository;
        this.database = database;
    }

    /** A team; whoever asks has checked that the viewer may know it. */
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

    @Override
    public boolean ofTeam(UUID personId, UUID projectId) {
        return repository.ofTeam(personId, projectId);
    }

    @Override
    public boolean shortlisted(UUID projectId) {
        return repository.shortlisted(projectId);
    }

    @Override
    public boolean competes(UUID personId, UUID competitionId) {
        return repository.competes(personId, competitionId);
    }
}
