package org.regatta.identity.limit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Too many sign-ins failed: passwords for this account are refused for a while, right ones too.
 *
 * @param personId whose account it is; null where the address has none
 */
public record AccountLocked(@Nullable UUID personId, Instant lockedUntil, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.accountLocked";
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
