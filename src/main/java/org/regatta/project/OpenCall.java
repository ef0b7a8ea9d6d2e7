package org.regatta.project;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A competition that takes projects from teams now.
 *
 * @param roundId that takes them; the one that closes last, where there are several
 * @param closesAt null while there is no deadline
 */
public record OpenCall(
        UUID competitionId,
        String competition,
        String program,
        ZoneId zone,
        UUID roundId,
        @Nullable Instant closesAt) {}
