package org.regatta.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A mailing was discarded before it left. */
public record MailingDiscarded(UUID mailingId, @Nullable UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "notification.mailingDiscarded";
    }

    @Override
    public String subject() {
        return mailingId.toString();
    }
}
