package org.regatta.workflow.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.web.Desks.Desk;

/**
 * The frame around a page.
 *
 * @param personId whose page it is; null where nobody is signed in
 * @param zone that the reader chose, in words; empty where times are in that of their competition
 * @param desks where the person may begin; more than one only with several roles
 * @param viewing set while somebody sees the site as this person
 * @param now milliseconds by the server's clock, for countdowns
 */
public record ShellView(
        @Nullable UUID personId,
        String name,
        String initials,
        String zone,
        List<Item> items,
        List<Desk> desks,
        @Nullable Viewing viewing,
        long now) {

    /** Whether somebody is; public for templates. */
    public boolean signedIn() {
        return personId != null;
    }

    /** Until when, in words. */
    public record Viewing(String until) {}

    /**
     * A place to go.
     *
     * @param label key of its message
     * @param count what waits there; null where nothing is counted
     * @param current whether the reader is there or below
     * @param exact whether the reader is at this very page
     */
    public record Item(
            String label, String address, @Nullable Long count, boolean current, boolean exact) {}
}
