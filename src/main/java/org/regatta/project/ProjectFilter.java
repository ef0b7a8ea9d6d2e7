package org.regatta.project;

import org.jspecify.annotations.Nullable;

/**
 * Which projects of a competition a list shows, and in which order; null components do not narrow.
 *
 * @param text part of the number, the title or (where the viewer may know it) the team's name, whatever the case
 * @param descending the order the other way round; what comes last without a value comes last all the same
 */
public record ProjectFilter(
        @Nullable ProjectStatus status,
        @Nullable String category,
        @Nullable String text,
        Sort sort,
        boolean descending) {

    /** In the order itself, not the other way round. */
    public ProjectFilter(@Nullable ProjectStatus status, @Nullable String category, @Nullable String text, Sort sort) {
        this(status, category, text, sort, false);
    }

    /** Everything, by number. */
    public static final ProjectFilter ALL = new ProjectFilter(null, null, null, Sort.NUMBER);

    /** The order of a list; equal ones follow their numbers. */
    public enum Sort {
        /** As people count: 2 before 10. */
        NUMBER,
        /** By title. */
        TITLE,
        /** By the team's name; projects whose team the viewer must not know come last. */
        TEAM,
        /** By category; those without one come last. */
        CATEGORY,
        /** By the country's code; those without one come last. */
        COUNTRY,
        /** From the draft to the end, as a project goes. */
        STATUS
    }
}
