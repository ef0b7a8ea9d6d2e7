package org.regatta.identity.limit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody went on trying while an account or a network address was locked. Told once for each time it is locked: whoever
 * tries a thousand times must not fill the log.
 *
 * @param personId whose account is locked; null where there is none, and where the network address is what is locked
 * @param lockKind ACCOUNT or ADDRESS
 */
public record SignInsRefused(@Nullable UUID personId, String lockKind, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.signInsRefused";
    }

    @Override
    public String subject() {
        return personId == null ? "unknown" : personId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
