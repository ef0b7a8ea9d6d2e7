package org.regatta.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits for a person.
 *
 * @param open tasks in all
 * @param overdue of these, past their date
 * @param dueSoon of these, due within 48 hours
 * @param nextDue the earliest date still ahead
 */
public record InboxCounts(
        long open, long overdue, long dueSoon, @Nullable Instant nextDue) {}
