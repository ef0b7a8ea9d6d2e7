package org.regatta.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * A letter was written to so many people; it leaves after the time in which it can be discarded.
 *
 * @param subjectLine without what stands for its placeholders
 */
public record MailingQueued(
        UUID mailingId,
        @Nullable UUID competitionId,
        int recipients,
        String subjectLine,
        @Nullable UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "notification.mailingQueued";
    }

    @Override
    public String subject() {
        return mailingId.toString();
    }
}
