package org.regatta.identity.limit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** Too many sign-ins from one network address failed: nobody signs in from there by password or code for a while. */
public record AddressLocked(Instant lockedUntil, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.addressLocked";
    }

    /** Nobody: which address it is stands where every entry says where it came from. */
    @Override
    public String subject() {
        return "unknown";
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
