package org.regatta.identity.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;

/**
 * Many people to be invited to one role.
 *
 * @param programId where: null together with {@code competitionId} for the whole site
 * @param validUntil when the role ends; null: when it is withdrawn
 */
public record InviteList(
        List<Line> lines,
        Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable Instant validUntil) {

    /** Copies the lines. */
    public InviteList {
        lines = List.copyOf(lines);
    }

    /**
     * One person.
     *
     * @param number of the line in what was sent, from 1
     * @param name empty: the part of the address before the @
     */
    public record Line(int number, String email, String name) {}
}
