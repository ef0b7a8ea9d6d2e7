package org.regatta.workflow.web;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.InboxFilter;

/** Where a view of the inbox is found: its filters are its address. */
final class InboxAddress {

    private InboxAddress() {}

    /** The page. */
    static String of(InboxFilter filter) {
        var query = query(filter);
        return query.isEmpty() ? "/inbox" : "/inbox?" + query;
    }

    /** The page without its number, ready for one. */
    static String paged(InboxFilter filter) {
        var query = query(filter);
        return query.isEmpty() ? "/inbox?" : "/inbox?" + query + "&";
    }

    /** What stands behind the question mark; ids, names of steps and words of ours only. */
    static String query(InboxFilter filter) {
        var parts = new ArrayList<String>();
        add(parts, "competition", filter.competitionId());
        add(parts, "round", filter.roundId());
        add(parts, "kind", filter.taskKey());
        add(parts, "due", filter.due());
        add(parts, "held", filter.held());
        return String.join("&", parts);
    }

    private static void add(ArrayList<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + value);
        }
    }
}
