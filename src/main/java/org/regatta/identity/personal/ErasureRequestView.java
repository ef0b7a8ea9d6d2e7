package org.regatta.identity.personal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person asked to be forgotten.
 *
 * @param reason may be empty
 * @param decidedAt null: it waits
 * @param answer what the administrator wrote; null where nothing
 */
public record ErasureRequestView(
        UUID id,
        UUID personId,
        String person,
        String reason,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String answer) {}
