package org.regatta.project;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A competition that takes projects from teams now.
 *
 * @param closesAt null while there is no deadline
 */
public record OpenCall(
        UUID competitionId,
        String competition,
        String program,
        ZoneId zone,
        @Nullable Instant closesAt) {}
