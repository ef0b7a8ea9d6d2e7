package org.regatta.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model that a process runs, as far as people read it; the document itself is {@link Diagrams#document}.
 *
 * @param definitionId the engine's id of this version; it changes with every deployment
 * @param name as drawn
 * @param steps as drawn, from left to right
 */
public record Diagram(String processKey, int version, String definitionId, String name, List<Step> steps) {

    /** Copies the steps. */
    public Diagram {
        steps = List.copyOf(steps);
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
