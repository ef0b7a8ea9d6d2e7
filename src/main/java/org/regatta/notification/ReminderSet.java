package org.regatta.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** What is written before a deadline, or when, was set, changed or taken away. */
public record ReminderSet(UUID subjectId, @Nullable UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "notification.reminderSet";
    }

    @Override
    public String subject() {
        return subjectId.toString();
    }
}
