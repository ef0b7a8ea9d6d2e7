package org.regatta.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * What is written before a deadline, or when, was set, changed or taken away.
 *
 * @param changes by field; before is absent where there was no reminder, after where there is none any more
 */
public record ReminderSet(
        UUID subjectId, @Nullable UUID competitionId, Map<String, Change> changes, UUID actor, Instant occurredAt)
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
