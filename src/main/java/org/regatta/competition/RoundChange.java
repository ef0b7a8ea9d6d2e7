package org.regatta.competition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that can change before a round opens; every component replaces what was there. */
public record RoundChange(
        @NotBlank @Size(max = 200) String name,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @NotNull Duration grace,
        boolean closesWhenComplete,
        boolean blind,
        @NotNull Feedback feedback,
        @Nullable UUID scoringPolicyId,
        @Nullable UUID rubricId,
        @Nullable UUID decidesRoundId) {}
