package org.regatta.identity.factor;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * An authenticator app and its recovery codes were removed: by their person, or for somebody who lost them.
 *
 * @param by who did it
 */
public record SecondFactorRemoved(UUID personId, UUID by, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.secondFactorRemoved";
    }

    @Override
    public String subject() {
        return personId.toString();
    }

    @Override
    public UUID actor() {
        return by;
    }
}
