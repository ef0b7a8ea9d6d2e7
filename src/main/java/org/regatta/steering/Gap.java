package org.regatta.steering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a competition lacks before it starts, or a round before it opens.
 *
 * @param blocks whether the round could not open, or would open and nobody could work in it; else it is worth a look
 * @param round its name; null where it is about the competition
 * @param roundId null where it is about the competition
 * @param key of the message that says it; {@code gap.verbatim} for sentences of the modules
 * @param values of the message
 * @param remedy what to do, as a sentence; empty where the message says it
 * @param step of the set-up where it is mended
 */
public record Gap(
        boolean blocks,
        @Nullable String round,
        @Nullable UUID roundId,
        String key,
        List<Object> values,
        String remedy,
        SetupStep step) {}
