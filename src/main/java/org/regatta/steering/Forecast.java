package org.regatta.steering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the evaluations of a round will all be in, if people go on as they did.
 *
 * @param state whether there is a forecast, and why not
 * @param left evaluations not handed in
 * @param recent how many were handed in during the days looked at
 * @param days how many days were looked at
 * @param likely the median; null without a forecast
 * @param earliest one time in ten it is earlier; null without a forecast
 * @param latest one time in ten it is later; null without a forecast
 * @param course what was left at the end of each day, the oldest first
 */
public record Forecast(
        State state,
        long left,
        long recent,
        int days,
        @Nullable Instant likely,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        List<Day> course) {

    /** Copies the course. */
    public Forecast {
        course = List.copyOf(course);
    }

    /** What was left when a day ended, or is left now. */
    public record Day(LocalDate date, long left) {}

    /** Whether something can be said. */
    public enum State {
        /** The round is not open. */
        NOT_OPEN,
        /** Nothing is left. */
        DONE,
        /** Fewer than five were handed in recently, or the round is younger than half a day. */
        TOO_LITTLE,
        /** There is a forecast. */
        SAID
    }
}
