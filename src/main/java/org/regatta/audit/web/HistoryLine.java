package org.regatta.audit.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a history.
 *
 * @param kind by which the list is filtered
 * @param icon of the line, next to its words
 * @param who null for the process itself and where the name must not be told
 * @param about the round, or the thing it happened to; null where the page says it
 */
public record HistoryLine(
        Instant at,
        Kind kind,
        String icon,
        String words,
        @Nullable String who,
        @Nullable String about) {

    /** What a line tells of. */
    public enum Kind {
        /** What people did with tasks. */
        TASKS,
        /** What was decided, submitted, declared: the audit log. */
        FACTS,
        /** The way a process went by itself. */
        FLOWS
    }
}
