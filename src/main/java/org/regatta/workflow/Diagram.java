package org.regatta.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The model that a process runs, as far as people read it; the document itself is {@link Diagrams#document}.
 *
 * @param definitionId the engine's id of this version; it changes with every deployment
 * @param name as drawn
 * @param steps as drawn, from left to right
 * @param ways names of sequence flows by id, of those that have one
 */
public record Diagram(
        String processKey, int version, String definitionId, String name, List<Step> steps, Map<String, String> ways) {

    /** Copies the steps and ways. */
    public Diagram {
        steps = List.copyOf(steps);
        ways = Map.copyOf(ways);
    }

    /**
     * An element that a process stops at or passes.
     *
     * @param name as drawn; its id where nothing was written
     * @param words what was written about it; empty where nothing was
     * @param calls the process it calls; null where it calls none
     */
    public record Step(
            String id,
            String name,
            Kind kind,
            String words,
            @Nullable String calls) {}

    /** What an element is to its readers. */
    public enum Kind {
        /** Where it begins. */
        START,
        /** Somebody does it. */
        TASK,
        /** The system does it. */
        AUTOMATIC,
        /** A process of its own does it. */
        CALL,
        /** Something that is waited for. */
        EVENT,
        /** A choice of ways. */
        GATEWAY,
        /** Where it ends. */
        END
    }
}
