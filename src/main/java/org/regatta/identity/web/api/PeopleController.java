package org.regatta.identity.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.Role;
import org.regatta.identity.directory.Directory;
import org.regatta.identity.directory.ListedPerson;
import org.regatta.identity.directory.PeopleFilter;
import org.regatta.identity.directory.PersonRecord;
import org.regatta.identity.directory.PersonState;
import org.regatta.identity.limit.Lockouts;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people the viewer administers. */
@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "People")
class PeopleController {

    private final Directory directory;
    private final Lockouts lockouts;

    PeopleController(Directory directory, Lockouts lockouts) {
        this.directory = directory;
        this.lockouts = lockouts;
    }

    @GetMapping
    @Operation(summary = "People by name; q searches name and address, place is a program or a competition")
    Page<ListedPerson> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable PersonState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return directory.list(new PeopleFilter(q.strip(), role, place, state), new PageRequest(page, size));
    }

    @GetMapping("/{personId}")
    @Operation(summary = "One account with the roles the viewer administers")
    PersonRecord get(@PathVariable UUID personId) {
        return directory.get(personId);
    }

    @FreshSignIn
    @PostMapping("/{personId}/deactivate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close an account; its person is signed out everywhere")
    void deactivate(@PathVariable UUID personId) {
        directory.deactivate(personId);
    }

    @FreshSignIn
    @PostMapping("/{personId}/reactivate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Open a closed account again")
    void reactivate(@PathVariable UUID personId) {
        directory.reactivate(personId);
    }

    @FreshSignIn
    @PostMapping("/{personId}/lift-lockout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a person try to sign in again before their lockout ends")
    void liftLockout(@PathVariable UUID personId) {
        lockouts.lift(personId);
    }
}
