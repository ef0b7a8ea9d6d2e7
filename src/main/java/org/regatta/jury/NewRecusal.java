package org.regatta.jury;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A juror to be taken off a project.
 *
 * @param roundId null for every round of the competition
 */
public record NewRecusal(
        @NotNull UUID projectId,
        @NotNull UUID jurorId,
        @Nullable UUID roundId,
        @NotNull @Size(max = 2_000) String reason) {}
