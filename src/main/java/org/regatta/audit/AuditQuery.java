package org.regatta.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody looks for; null and empty mean any.
 *
 * @param person part of a name, or an id: who did it or set it off, or whom it happened to
 * @param subject an id, or the number of a project
 * @param type {@code <module>.<fact>}, or the beginning of one up to its dot
 * @param from the earliest moment
 * @param until the first moment that is too late
 */
public record AuditQuery(
        @Nullable String person,
        @Nullable String subject,
        @Nullable String type,
        @Nullable UUID competitionId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);
}
