package org.regatta.project.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.project.IntakeClosed;
import org.regatta.project.ProjectEnded;
import org.regatta.workflow.Inbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations to teams, answered by whom they are for. Nothing of them is there for whoever judges or accompanies projects in
 * the competition: its rounds may be blind, and whoever enters a project does not judge.
 */
@Service
@Transactional
public class Joining implements Inbox.Beginning {

    private final TeamRows rows;
    private final TeamSources sources;
    private final People people;

    Joining(TeamRows rows, TeamSources sources, People people) {
        this.rows = rows;
        this.sources = sources;
        this.people = people;
    }

    /** What the viewer is invited to and has not answered, the latest first. */
    @Transactional(readOnly = true)
    public List<ReceivedInvitation> mine() {
        return rows.asked(sources.me(), sources.now());
    }

    /**
     * One of these.
     *
     * @throws NotVisible if it is not the viewer's, was taken back or answered, or has expired
     */
    @Transactional(readOnly = true)
    public ReceivedInvitation get(UUID invitationId) {
        return mine().stream()
                .filter(one -> one.id().equals(invitationId))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    /**
     * Joins the team, with the role {@code APPLICANT} in the competition; publishes {@link TeamMemberJoined}.
     *
     * @return the project of the team
     * @throws NotVisible as {@link #get}
     * @throws ProjectEnded if the project was handed in
     * @throws IntakeClosed if the competition takes no projects from teams now
     */
    public UUID accept(UUID invitationId) {
        var projectId = get(invitationId).projectId();
        var team = sources.hold(projectId);
        var me = sources.me();
        answer(invitationId, team);
        people.grant(me, Role.APPLICANT, null, team.competitionId());
        if (rows.join(team.teamId(), me)) {
            sources.publish(new TeamMemberJoined(projectId, me, team.competitionId(), me, sources.now()));
        }
        return projectId;
    }

    /**
     * Declines; publishes {@link TeamInvitationEnded}.
     *
     * @throws NotVisible as {@link #get}
     */
    public void decline(UUID invitationId) {
        var projectId = get(invitationId).projectId();
        var team = rows.find(projectId).orElseThrow(NotVisible::new);
        answer(invitationId, team);
        sources.publish(
                new TeamInvitationEnded(projectId, sources.me(), team.competitionId(), sources.me(), sources.now()));
    }

    /** Of two answers at once, one finds it. */
    private void answer(UUID invitationId, TeamRows.Held team) {
        if (rows.delete(invitationId, team.teamId()).isEmpty()) {
            throw new NotVisible();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> address() {
        return mine().stream().findFirst().map(one -> "/team-invitations/" + one.id());
    }
}
