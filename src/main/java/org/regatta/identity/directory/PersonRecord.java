package org.regatta.identity.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.role.GrantView;

/**
 * An account as those see it who administer it.
 *
 * @param zone in which the person reads times; empty where none is chosen
 * @param lastSignInAt null: never yet
 * @param sessions in how many places the person is signed in now
 * @param invitation the one that waits or was accepted last; null: there was none
 * @param roles those the viewer administers, the highest first
 * @param managed whether the viewer administers the account as a whole: deactivate, see as
 */
public record PersonRecord(
        UUID id,
        String name,
        String email,
        PersonState state,
        String zone,
        String language,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        int sessions,
        @Nullable Invited invitation,
        List<GrantView> roles,
        boolean managed) {

    /**
     * How the person was invited.
     *
     * @param expired whether its link no longer works
     * @param acceptedAt null: not yet
     */
    public record Invited(
            UUID id,
            String invitedBy,
            Instant sentAt,
            int sent,
            Instant expiresAt,
            boolean expired,
            @Nullable Instant acceptedAt) {

        /** Whether it waits for the person. */
        public boolean open() {
            return acceptedAt == null;
        }
    }
}
