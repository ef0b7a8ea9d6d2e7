package org.regatta.projectfile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** An organiser changed which files a round asks for. */
public record FilesAskedChanged(UUID roundId, List<AskedFile> asked, UUID competitionId, UUID actor, Instant occurredAt)
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
