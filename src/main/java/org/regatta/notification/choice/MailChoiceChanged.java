package org.regatta.notification.choice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * A person wants mails of a kind, or no longer.
 *
 * @param changes whether they did before, and do now
 */
public record MailChoiceChanged(
        UUID personId, MailKind kind, boolean wanted, Map<String, Change> changes, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "notification.mailChoiceChanged";
    }

    @Override
    public String subject() {
        return personId.toString();
    }

    @Override
    public UUID actor() {
        return personId;
    }
}
