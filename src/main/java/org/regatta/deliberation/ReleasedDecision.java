package org.regatta.deliberation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision as the team reads it: the outcome, not the reasons written during deliberation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleasedDecision(
        UUID roundId,
        UUID projectId,
        Outcome outcome,
        @Nullable Integer place,
        @Nullable String award,
        Instant releasedAt) {}
