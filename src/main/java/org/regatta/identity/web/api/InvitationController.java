package org.regatta.identity.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.RateLimited;
import org.regatta.identity.Role;
import org.regatta.identity.invitation.Invitations;
import org.regatta.identity.invitation.InviteList;
import org.regatta.identity.invitation.InvitePreview;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Invitations")
class InvitationController {

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    /** Somebody to invite; without a name the address gives it. */
    record Somebody(@Nullable String email, @Nullable String name) {}

    /** People to invite to one role; without ids of the whole site. Findings count the people from line 1. */
    record InvitationBody(
            @NotNull @Size(max = 2_000) List<@NotNull @Valid Somebody> people,
            @NotNull Role role,
            @Nullable UUID programId,
            @Nullable UUID competitionId,
            @Nullable Instant validUntil) {

        InviteList list() {
            var lines = new ArrayList<InviteList.Line>();
            for (var one : people) {
                lines.add(new InviteList.Line(lines.size() + 1, text(one.email()), text(one.name())));
            }
            return new InviteList(lines, role, programId, competitionId, validUntil);
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent.strip();
        }
    }

    /** Who is invited now, in the order sent. */
    record Invited(List<UUID> personIds) {}

    @RateLimited("invite")
    @PostMapping("/invitations/preview")
    @Operation(summary = "What an invitation would do; changes nothing")
    InvitePreview preview(@Valid @RequestBody InvitationBody body) {
        return invitations.preview(body.list());
    }

    @FreshSignIn
    @RateLimited("invite")
    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite everybody of a list, or, where a line is wrong, nobody")
    Invited invite(@Valid @RequestBody InvitationBody body) {
        return new Invited(invitations.invite(body.list()));
    }

    @RateLimited("invite")
    @PostMapping("/people/{personId}/invitation/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mail a new link to somebody who has not come yet")
    void resend(@PathVariable UUID personId) {
        invitations.resend(personId);
    }

    @DeleteMapping("/people/{personId}/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an invitation back; the account and its roles stay")
    void withdraw(@PathVariable UUID personId) {
        invitations.withdraw(personId);
    }
}
