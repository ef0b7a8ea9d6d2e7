package org.regatta.identity.viewas;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody saw the site as another person.
 *
 * @param by name of who looked
 * @param endedAt null: it still runs
 */
public record ViewAsRecord(
        UUID id,
        String by,
        String reason,
        Instant begunAt,
        @Nullable Instant endedAt) {}
