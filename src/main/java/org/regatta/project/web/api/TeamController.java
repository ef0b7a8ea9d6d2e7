package org.regatta.project.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.regatta.identity.RateLimited;
import org.regatta.project.team.OwnTeams;
import org.regatta.project.team.TeamInvitation;
import org.regatta.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who belongs to the team of an own project. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/team")
@Tag(name = "Projects")
class TeamController {

    private final OwnTeams teams;

    TeamController(OwnTeams teams) {
        this.teams = teams;
    }

    /** Whom to invite. */
    record InviteeBody(@NotNull String email) {}

    /** An invitation just made. */
    record InvitationMade(UUID id) {}

    @GetMapping("/invitations")
    @Operation(summary = "Whom the own team waits for, the latest first; nobody for a member who does not lead it")
    Page<TeamInvitation> waiting(@PathVariable UUID projectId) {
        return Page.whole(teams.of(projectId).invitations());
    }

    @RateLimited("team-invite")
    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Invite somebody to the own team",
            description =
                    "By who leads the team, while the project is a draft and the call is open. The answer is the same"
                            + " whether the address is known or not. Whoever judges or accompanies projects in the"
                            + " competition cannot join and gets no mail.")
    InvitationMade invite(@PathVariable UUID projectId, @Valid @RequestBody InviteeBody body) {
        return new InvitationMade(teams.invite(projectId, body.email()));
    }

    @RateLimited("team-invite")
    @PostMapping("/invitations/{invitationId}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mail an invitation to the own team again")
    void resend(@PathVariable UUID projectId, @PathVariable UUID invitationId) {
        teams.resend(projectId, invitationId);
    }

    @DeleteMapping("/invitations/{invitationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an invitation to the own team back")
    void withdraw(@PathVariable UUID projectId, @PathVariable UUID invitationId) {
        teams.withdraw(projectId, invitationId);
    }

    @DeleteMapping("/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Leave the own team, or remove somebody from it as who leads it",
            description = "While the project is a draft and the call is open. Somebody always leads the team.")
    void remove(@PathVariable UUID projectId, @PathVariable UUID personId) {
        teams.remove(projectId, personId);
    }
}
