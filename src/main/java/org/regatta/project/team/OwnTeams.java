package org.regatta.project.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Inviting;
import org.regatta.identity.NotVisible;
import org.regatta.project.IntakeClosed;
import org.regatta.project.ProjectEnded;
import org.regatta.project.ProjectLifecycle;
import org.regatta.project.ProjectStatus;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The viewer's own team: who leads it invites and removes, everybody may leave. All of it while the project is a draft and
 * the competition takes projects. Nothing here tells whether an address was known, or whose it is.
 */
@Service
@Transactional
public class OwnTeams {

    /** Members and invitations of a team. */
    static final int MOST = 20;

    /** How often one invitation is sent: nobody's mailbox is flooded. */
    static final int MOST_LETTERS = 5;

    private final ProjectLifecycle projects;
    private final Inviting inviting;
    private final TeamSources sources;
    private final TeamRows rows;
    private final String baseUrl;

    OwnTeams(
            ProjectLifecycle projects,
            Inviting inviting,
            TeamSources sources,
            TeamRows rows,
            @Value("${regatta.base-url}") String baseUrl) {
        this.projects = projects;
        this.inviting = inviting;
        this.sources = sources;
        this.rows = rows;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /**
     * What the viewer may do with the team of an own project, and whom it waits for.
     *
     * @throws NotVisible if the project is unknown to the viewer
     * @throws ActionForbidden if it is not the viewer's own
     */
    @Transactional(readOnly = true)
    public Membership of(UUID projectId) {
        require(projectId);
        var held = rows.find(projectId).orElseThrow(NotVisible::new);
        var leads = rows.leads(held.teamId(), sources.me());
        var open = held.status() == ProjectStatus.DRAFT && sources.projects().takesProjects(held.competitionId());
        return new Membership(
                sources.me(), leads, open, leads ? rows.waiting(held.teamId(), sources.now()) : List.of());
    }

    /**
     * Asks somebody to join; publishes {@link TeamMemberInvited}. Whoever judges or accompanies projects in the competition
     * gets no letter and cannot join, and the team is told the same as of anybody else.
     *
     * @return the invitation's id
     * @throws ActionForbidden if the viewer does not lead the team
     * @throws ProjectEnded if the project was handed in
     * @throws IntakeClosed if the competition takes no projects from teams now
     * @throws InvalidInput if the address cannot be used, is in the team or invited already, or the team is full
     */
    public UUID invite(UUID projectId, String email) {
        require(projectId);
        var team = hold(projectId);
        var address = email.strip();
        var personId = inviting.person(address);
        if (rows.member(team.teamId(), personId)) {
            throw refused("This person is in the team already.", "Invite somebody else.");
        }
        if (rows.size(team.teamId()) >= MOST) {
            throw refused(
                    "A team has at most " + MOST + " people, those included whom it has invited.",
                    "Take an invitation back first.");
        }
        var id = Ids.next();
        var now = sources.now();
        var invitation = new TeamInvitation(id, address, now, now.plus(inviting.life()), false);
        if (!rows.invite(team.teamId(), personId, sources.me(), invitation)) {
            throw refused("This person is invited already.", "Send the invitation again instead.");
        }
        write(id, projectId, personId, team);
        return id;
    }

    /**
     * Writes once more, and gives as much time as the first time; publishes {@link TeamMemberInvited}.
     *
     * @throws NotVisible if the team waits for no such answer
     * @throws InvalidInput if it was sent {@value #MOST_LETTERS} times
     */
    public void resend(UUID projectId, UUID invitationId) {
        require(projectId);
        var team = hold(projectId);
        if (!rows.waits(invitationId, team.teamId())) {
            throw new NotVisible();
        }
        var now = sources.now();
        var personId = rows.again(invitationId, team.teamId(), now, now.plus(inviting.life()), MOST_LETTERS)
                .orElseThrow(() -> refused(
                        "This invitation was sent " + MOST_LETTERS + " times.", "Ask the person in another way."));
        write(invitationId, projectId, personId, team);
    }

    /**
     * Takes an invitation back; publishes {@link TeamInvitationEnded}.
     *
     * @throws NotVisible if the team waits for no such answer
     */
    public void withdraw(UUID projectId, UUID invitationId) {
        require(projectId);
        var team = hold(projectId);
        var personId = rows.delete(invitationId, team.teamId()).orElseThrow(NotVisible::new);
        inviting.takeBack(personId);
        sources.publish(
                new TeamInvitationEnded(projectId, personId, team.competitionId(), sources.me(), sources.now()));
    }

    /**
     * Takes somebody out of the team: the viewer, or somebody else by who leads it. Publishes {@link TeamMemberLeft}.
     *
     * @throws ActionForbidden if it is somebody else and the viewer does not lead the team
     * @throws NotVisible if the person is not in the team
     * @throws LeaderStays if nobody would lead it any more
     */
    public void remove(UUID projectId, UUID personId) {
        require(projectId);
        var team = sources.hold(projectId);
        if (!personId.equals(sources.me())) {
            requireLead(team);
        }
        if (rows.leads(team.teamId(), personId) && rows.leaders(team.teamId()) == 1) {
            throw new LeaderStays();
        }
        if (!rows.leave(team.teamId(), personId)) {
            throw new NotVisible();
        }
        sources.publish(new TeamMemberLeft(projectId, personId, team.competitionId(), sources.me(), sources.now()));
    }

    private void write(UUID invitationId, UUID projectId, UUID personId, TeamRows.Held team) {
        if (!rows.barred(personId, team.competitionId())) {
            inviting.write(
                    personId,
                    "teamNewcomer",
                    "teamInvitation",
                    Map.of(
                            "inviter", sources.access().viewer().name(),
                            "team", team.team(),
                            "project", team.title(),
                            "competition", team.competition(),
                            "address", baseUrl + "/team-invitations/" + invitationId));
        }
        sources.publish(new TeamMemberInvited(projectId, personId, team.competitionId(), sources.me(), sources.now()));
    }

    private TeamRows.Held hold(UUID projectId) {
        var team = sources.hold(projectId);
        requireLead(team);
        return team;
    }

    private void requireLead(TeamRows.Held team) {
        if (!rows.leads(team.teamId(), sources.me())) {
            throw new ActionForbidden(Action.INVITE_TO_TEAM);
        }
    }

    private void require(UUID projectId) {
        sources.access()
                .require(Action.INVITE_TO_TEAM, projects.place(projectId).orElseThrow(NotVisible::new));
    }

    private static InvalidInput refused(String message, String remedy) {
        return new InvalidInput(new Finding("email", message, remedy));
    }
}
