package org.regatta.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of an inbox are wanted.
 *
 * @param competitionId null for every competition
 * @param roundId null for every round
 * @param taskKey null for every kind of task
 */
public record InboxFilter(
        @Nullable UUID competitionId,
        @Nullable UUID roundId,
        @Nullable String taskKey) {

    /** Everything that waits. */
    public static final InboxFilter ALL = new InboxFilter(null, null, null);
}
