package org.regatta.identity.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Grant;
import org.regatta.identity.ReaderZone;
import org.regatta.identity.Role;
import org.regatta.identity.password.Passwords;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
class MeController {

    /**
     * A person about oneself; roles without ids hold for the whole site.
     *
     * @param primaryRole where the person begins; null without any role
     * @param mustSetPassword whether nothing else is served from the next sign-in on, and by no token, before a password or
     *     a passkey is set
     */
    record Me(
            UUID id,
            String email,
            String name,
            String zone,
            @Nullable Role primaryRole,
            boolean mustSetPassword,
            List<Grant> roles) {}

    private final Access access;
    private final ReaderZone zone;
    private final Passwords passwords;

    MeController(Access access, ReaderZone zone, Passwords passwords) {
        this.access = access;
        this.zone = zone;
        this.passwords = passwords;
    }

    @GetMapping
    Me me() {
        var viewer = access.viewer();
        return new Me(
                viewer.personId(),
                viewer.email(),
                viewer.name(),
                zone.own().getId(),
                viewer.primaryRole().orElse(null),
                passwords.required(viewer.personId()),
                viewer.grants());
    }
}
