package org.regatta.identity.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.role.GrantView;

/**
 * A line of the list of people.
 *
 * @param lastSignInAt null: never yet
 * @param roles those the viewer administers, the highest first
 */
public record ListedPerson(
        UUID id,
        String name,
        String email,
        PersonState state,
        @Nullable Instant lastSignInAt,
        List<GrantView> roles) {}
