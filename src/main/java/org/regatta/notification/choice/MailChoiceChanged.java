package org.regatta.notification.choice;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person wants mails of a kind, or no longer. */
public record MailChoiceChanged(UUID personId, MailKind kind, boolean wanted, Instant occurredAt)
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
