package org.regatta.project.course;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.project.OwnProject;

/**
 * Where a project stands, in the words its team reads.
 *
 * @param title one sentence with the state
 * @param lead what it means for the team now
 * @param happened what happened last, with its time
 * @param who acts next
 * @param expected when to expect what comes next
 * @param formula how the expectation was made; null where it is a date of the round
 * @param steps the way so far, and ahead
 * @param editable whether the team may still write it
 * @param withdrawable whether the team may still take it back
 * @param deadline of what the team may still write; null without one
 */
public record Course(
        OwnProject project,
        String competition,
        ZoneId zone,
        String title,
        String lead,
        String happened,
        String who,
        String expected,
        @Nullable String formula,
        List<Step> steps,
        boolean editable,
        boolean withdrawable,
        @Nullable Deadline deadline) {

    /**
     * When a round closes.
     *
     * @param endsAt the same with its grace
     */
    public record Deadline(UUID roundId, Instant closesAt, Instant endsAt) {}

    /** A mark on the course: {@code DONE}, {@code NOW}, {@code AHEAD} or {@code STOP}. */
    public record Step(String mark, String title, List<String> lines) {}
}
