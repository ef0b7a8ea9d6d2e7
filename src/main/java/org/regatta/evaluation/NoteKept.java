package org.regatta.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A juror wrote a note for themselves. Nobody else reads it, here neither.
 *
 * @param personId the juror
 * @param version of the note, from 1
 */
public record NoteKept(
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        int version,
        UUID competitionId,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.noteKept";
    }

    @Override
    public String subject() {
        return assignmentId.toString();
    }

    @Override
    public UUID actor() {
        return personId;
    }
}
