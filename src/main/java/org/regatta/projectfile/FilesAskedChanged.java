package org.regatta.projectfile;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * An organiser changed which files a round asks for.
 *
 * @param changes by type, {@code asked.VIDEO.required}; before is absent for a type that was not asked for
 */
public record FilesAskedChanged(
        UUID roundId, Map<String, Change> changes, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "projectfile.asked";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
