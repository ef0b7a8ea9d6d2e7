package org.regatta.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of an inbox are wanted.
 *
 * @param competitionId null for every competition
 * @param roundId null for every round
 * @param taskKey null for every kind of task
 * @param due null for every date and none
 * @param held null for tasks of one's own and of a group alike
 */
public record InboxFilter(
        @Nullable UUID competitionId,
        @Nullable UUID roundId,
        @Nullable String taskKey,
        @Nullable Due due,
        @Nullable Held held) {

    /** Everything that waits. */
    public static final InboxFilter ALL = new InboxFilter(null, null, null, null, null);

    /** How urgent a task is, in the order of an inbox. */
    public enum Due {
        /** Its date has passed. */
        OVERDUE,
        /** Within 48 hours. */
        SOON,
        /** Within seven days. */
        WEEK,
        /** After that. */
        LATER,
        /** It has no date. */
        UNDATED;

        /** From when a date is in {@code WEEK} and no longer {@code SOON}. */
        public static final Duration SOON_ENDS = Duration.ofHours(48);

        /** From when a date is {@code LATER}. */
        public static final Duration WEEK_ENDS = Duration.ofDays(7);

        /** Where a date belongs at {@code now}. */
        public static Due of(@Nullable Instant date, Instant now) {
            if (date == null) {
                return UNDATED;
            }
            if (date.isBefore(now)) {
                return OVERDUE;
            }
            if (date.isBefore(now.plus(SOON_ENDS))) {
                return SOON;
            }
            return date.isBefore(now.plus(WEEK_ENDS)) ? WEEK : LATER;
        }
    }

    /** For whom a task waits. */
    public enum Held {
        /** For the viewer. */
        MINE,
        /** For whoever of a group takes it. */
        GROUP
    }

    /** Whether anything is left out. */
    public boolean narrows() {
        return !equals(ALL);
    }

    /** The same for another urgency. */
    public InboxFilter with(@Nullable Due urgency) {
        return new InboxFilter(competitionId, roundId, taskKey, urgency, held);
    }

    /** The same for another kind of task. */
    public InboxFilter with(@Nullable String key) {
        return new InboxFilter(competitionId, roundId, key, due, held);
    }

    /** The same for another holder. */
    public InboxFilter with(@Nullable Held holder) {
        return new InboxFilter(competitionId, roundId, taskKey, due, holder);
    }

    /** The same for another competition, all of its rounds. */
    public InboxFilter in(@Nullable UUID competition) {
        return new InboxFilter(competition, null, taskKey, due, held);
    }

    /** The same for another round. */
    public InboxFilter inRound(@Nullable UUID round) {
        return new InboxFilter(competitionId, round, taskKey, due, held);
    }
}
