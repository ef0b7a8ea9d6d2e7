package org.regatta.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param name by which its owner tells it from others
 * @param expiresAt null: never
 * @param lastUsedAt to the minute; null: not yet
 */
public record TokenView(
        UUID id,
        String name,
        TokenScope scope,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
