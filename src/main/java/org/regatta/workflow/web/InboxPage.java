package org.regatta.workflow.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Page;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.workflow.InboxCounts;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.SavedViews.SavedView;
import org.regatta.workflow.TaskView;

/**
 * The inbox as it is shown.
 *
 * @param zone of the competition in which the next date is due; null for none
 * @param next the one act that comes first; null on later pages and in an empty inbox
 * @param filters rows of filters, each with what else it could be
 * @param address the same view, its first page
 * @param stamp changes with the figures
 * @param together whether the rows shown can be answered together
 */
public record InboxPage(
        String title,
        InboxCounts counts,
        @Nullable ZoneId zone,
        @Nullable TaskRow next,
        List<Group> groups,
        List<Pills> filters,
        List<Progress> progress,
        List<SavedView> views,
        Page<TaskView> page,
        InboxFilter filter,
        ListAddress address,
        String stamp,
        boolean together) {

    /** The round whose deadline is the next date there is; null where it is another date, or none. */
    public @Nullable UUID nextDeadline() {
        return next != null && Objects.equals(next.task().dueAt(), counts.nextDue()) ? next.deadlineOf() : null;
    }

    /**
     * Tasks of one urgency.
     *
     * @param key by which its count is kept up to date
     * @param count of all pages
     */
    public record Group(String key, String heading, long count, List<TaskRow> rows) {}

    /** One kind of filter with its choices. */
    public record Pills(String label, List<Pill> pills) {}

    /** A filter: a link, because the address is the view. */
    public record Pill(String key, String label, String address, long count, boolean current) {}

    /**
     * What the viewer has done in a round.
     *
     * @param key by which it is kept up to date
     * @param closesAt the round's deadline; null where it has none
     * @param zone the competition's
     */
    public record Progress(
            UUID roundId,
            String key,
            String round,
            String address,
            @Nullable Instant closesAt,
            @Nullable ZoneId zone,
            long done,
            long whole) {}
}
