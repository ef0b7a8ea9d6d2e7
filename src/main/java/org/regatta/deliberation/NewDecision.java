package org.regatta.deliberation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about one project.
 *
 * @param place AWARDED: place in the final order, from 1; several projects may share one; else null
 * @param award AWARDED: the award's name; place, award or both; else null
 * @param reason why; required where the decision departs from what the ranking proposes
 */
public record NewDecision(
        UUID projectId,
        Outcome outcome,
        @Nullable Integer place,
        @Nullable String award,
        String reason) {}
