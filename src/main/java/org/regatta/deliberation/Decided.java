package org.regatta.deliberation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is decided of a project, as the audit log keeps it.
 *
 * @param outcome null is for people to decide
 */
public record Decided(UUID projectId, @Nullable Outcome outcome) {

    /** In an order that tells nothing of ranks: of several parts, one may be hidden from a reader. */
    static List<Decided> of(List<DecisionRepository.Locked> decisions) {
        return decisions.stream()
                .map(one -> new Decided(one.projectId(), one.outcome()))
                .sorted((one, other) -> one.projectId().compareTo(other.projectId()))
                .toList();
    }
}
