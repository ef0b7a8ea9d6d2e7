package org.regatta.identity.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.BulkReads;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.Role;
import org.regatta.identity.role.GrantView;
import org.regatta.identity.role.NewGrant;
import org.regatta.identity.role.RoleGrants;
import org.regatta.identity.role.RoleRequestView;
import org.regatta.identity.role.RoleRequests;
import org.regatta.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles of people, and those that wait for a second person. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Roles")
class RoleController {

    private final RoleGrants grants;
    private final RoleRequests requests;
    private final BulkReads reads;

    RoleController(RoleGrants grants, RoleRequests requests, BulkReads reads) {
        this.grants = grants;
        this.requests = requests;
        this.reads = reads;
    }

    /** A role to give; without ids of the whole site, without times at once and until it is withdrawn. */
    record RoleBody(
            @NotNull Role role,
            @Nullable UUID programId,
            @Nullable UUID competitionId,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        NewGrant to(UUID personId) {
            return new NewGrant(personId, role, programId, competitionId, validFrom, validUntil);
        }
    }

    @GetMapping("/people/{personId}/roles")
    @Operation(summary = "The roles of a person that the viewer administers; one's own all of them")
    Page<GrantView> of(@PathVariable UUID personId) {
        return Page.whole(grants.of(personId));
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/roles")
    @Operation(summary = "Give a role or change its dates; 202 where a second person has to agree first")
    ResponseEntity<List<GrantView>> grant(@PathVariable UUID personId, @Valid @RequestBody RoleBody body) {
        var granted = grants.grant(body.to(personId));
        return ResponseEntity.status(granted ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(grants.of(personId));
    }

    @FreshSignIn
    @DeleteMapping("/roles/{grantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw a role")
    void withdraw(@PathVariable UUID grantId) {
        grants.withdraw(grantId);
    }

    @GetMapping("/role-requests")
    @Operation(summary = "Super admins to be, which wait for a second super admin")
    Page<RoleRequestView> requests() {
        var open = requests.open();
        reads.tell("role-requests", null, null, open.size());
        return Page.whole(open);
    }

    @FreshSignIn
    @PostMapping("/role-requests/{requestId}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agree, as the second person")
    void approve(@PathVariable UUID requestId) {
        requests.approve(requestId);
    }

    @FreshSignIn
    @PostMapping("/role-requests/{requestId}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decline, as the second person")
    void decline(@PathVariable UUID requestId) {
        requests.decline(requestId);
    }
}
