package org.regatta.project.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.regatta.project.team.Joining;
import org.regatta.project.team.ReceivedInvitation;
import org.regatta.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations to teams, answered by whom they are for. */
@RestController
@RequestMapping("/api/v1/team-invitations")
@Tag(name = "Projects")
class JoiningController {

    private final Joining joining;

    JoiningController(Joining joining) {
        this.joining = joining;
    }

    /** What was joined. */
    record Joined(UUID projectId) {}

    @GetMapping
    @Operation(summary = "The teams I am invited to, the latest first")
    Page<ReceivedInvitation> mine() {
        return Page.whole(joining.mine());
    }

    @PostMapping("/{invitationId}/accept")
    @Operation(summary = "Join a team I am invited to")
    Joined accept(@PathVariable UUID invitationId) {
        return new Joined(joining.accept(invitationId));
    }

    @DeleteMapping("/{invitationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decline an invitation to a team")
    void decline(@PathVariable UUID invitationId) {
        joining.decline(invitationId);
    }
}
