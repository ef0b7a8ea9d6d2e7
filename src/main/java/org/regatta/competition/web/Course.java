package org.regatta.competition.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.Diagram;

/**
 * One process on its diagram, as the board shows it: the same for the picture and for the list beside it.
 *
 * @param levels what can be looked at: the competition's process, those of its rounds
 * @param document address of the BPMN document
 * @param perProject whether the counts are of many instances, one for each project
 * @param steps in the order of the diagram, choices of ways left out
 * @param taken ids of the sequence flows taken, separated by blanks
 * @param words what is written on the rest of the picture, choices and ways, by id
 */
public record Course(
        List<Level> levels,
        String document,
        int version,
        boolean perProject,
        List<Step> steps,
        String taken,
        Map<String, String> words) {

    /**
     * A process one may look at.
     *
     * @param round name of its round; null for the competition's own
     * @param process its id, the key of its name
     * @param name as drawn
     */
    public record Level(@Nullable String round, String process, String name, String address, boolean current) {}

    /**
     * A step with what is there.
     *
     * @param opens address of the process it calls, on the same board; null where there is none
     */
    public record Step(
            String id,
            String name,
            String words,
            Diagram.Kind kind,
            State state,
            long here,
            long passed,
            long incidents,
            @Nullable String opens) {

        /** Whether people do it, so that what is there are tasks that wait. */
        public boolean waits() {
            return kind == Diagram.Kind.TASK;
        }
    }

    /** Where a step is on the course; the shapes of the look. */
    public enum State {
        /** Passed. */
        DONE,
        /** Somebody or something is there. */
        NOW,
        /** Not reached. */
        AHEAD,
        /** Something failed there. */
        STOP
    }
}
