package org.regatta.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody asked for what the access policy refused.
 *
 * @param code the problem's: {@code actionForbidden}, or {@code notVisible} where it looked as if nothing were there
 * @param action what was asked about; null where the object was not found for this viewer
 * @param path of the address, without its query
 */
public record AttemptDenied(
        String code,
        @Nullable Action action,
        String method,
        String path,
        @Nullable UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.attemptDenied";
    }

    @Override
    public String subject() {
        return path.substring(0, Math.min(path.length(), 120));
    }
}
