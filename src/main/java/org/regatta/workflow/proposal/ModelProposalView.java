package org.regatta.workflow.proposal;

import java.time.Instant;
import java.util.UUID;

/**
 * A model that waits for a second person.
 *
 * @param name of its file, {@code calibration.bpmn}
 * @param sha256 of the document that would be deployed, as 64 hexadecimal digits
 * @param decidable whether the viewer may be that second person
 */
public record ModelProposalView(
        UUID id,
        String name,
        String sha256,
        UUID proposedById,
        String proposedBy,
        Instant proposedAt,
        boolean decidable) {}
