package org.regatta.workflow.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Page;
import org.regatta.workflow.InboxCounts;
import org.regatta.workflow.TaskView;

/**
 * The inbox as it is shown.
 *
 * @param zone of the reader
 * @param next the one act that comes first; null on later pages and in an empty inbox
 * @param address the same view without its page number
 */
record InboxPage(
        String title,
        InboxCounts counts,
        ZoneId zone,
        @Nullable TaskRow next,
        List<Group> groups,
        List<Pill> pills,
        Page<TaskView> page,
        String address) {

    /** Tasks due on the same day. */
    record Group(String heading, @Nullable Instant due, List<TaskRow> rows) {}

    /** A filter: a link, because the address is the view. */
    record Pill(String label, String address, long count, boolean current) {}
}
