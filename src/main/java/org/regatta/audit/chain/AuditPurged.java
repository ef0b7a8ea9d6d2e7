package org.regatta.audit.chain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Entries whose time had come were removed.
 *
 * @param through number of the last one
 */
public record AuditPurged(long through, long entries, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "audit.purged";
    }

    @Override
    public String subject() {
        return "audit";
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
