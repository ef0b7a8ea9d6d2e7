package org.regatta.workflow.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Page;
import org.regatta.shared.web.Formats;
import org.regatta.workflow.InboxCounts;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/** Turns tasks into the rows, groups and words of the inbox. */
@Component
class InboxPages {

    private final TaskRows rows;
    private final TaskNames names;
    private final Formats formats;
    private final Shell shell;

    InboxPages(TaskRows rows, TaskNames names, Formats formats, Shell shell) {
        this.rows = rows;
        this.names = names;
        this.formats = formats;
        this.shell = shell;
    }

    InboxPage of(Page<TaskView> tasks, InboxCounts counts, Map<String, Long> byKind, InboxFilter filter) {
        var zone = shell.zone();
        var shown = tasks.map(task -> task);
        var list = rows.of(tasks.items());
        var first = tasks.number() == 0 && !list.isEmpty() ? list.getFirst() : null;
        return new InboxPage(
                capital(title(counts, zone)),
                counts,
                zone,
                first,
                groups(list, zone),
                pills(byKind, counts, filter),
                shown,
                address(filter));
    }

    private String title(InboxCounts counts, ZoneId zone) {
        if (counts.open() == 0) {
            return names.say("inbox.title.none");
        }
        var number = formats.count(counts.open());
        var due = counts.nextDue();
        if (counts.overdue() > 0) {
            return names.say(
                    counts.open() == 1 ? "inbox.title.late.one" : "inbox.title.late",
                    counts.open(),
                    number,
                    counts.overdue(),
                    formats.count(counts.overdue()));
        }
        return due == null
                ? names.say("inbox.title.open", counts.open(), number)
                : names.say("inbox.title.due", counts.open(), number, formats.day(due, zone));
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private List<InboxPage.Group> groups(List<TaskRow> list, ZoneId zone) {
        var groups = new LinkedHashMap<String, List<TaskRow>>();
        for (var row : list) {
            groups.computeIfAbsent(heading(row, zone), heading -> new ArrayList<>())
                    .add(row);
        }
        return groups.entrySet().stream()
                .map(group -> new InboxPage.Group(
                        group.getKey(), group.getValue().getFirst().task().dueAt(), group.getValue()))
                .toList();
    }

    private String heading(TaskRow row, ZoneId zone) {
        var due = row.task().dueAt();
        if (due == null) {
            return names.say("inbox.group.undated");
        }
        return formats.past(due) ? names.say("inbox.group.late") : names.say("inbox.group.due", formats.day(due, zone));
    }

    private List<InboxPage.Pill> pills(Map<String, Long> byKind, InboxCounts counts, InboxFilter filter) {
        var pills = new ArrayList<InboxPage.Pill>();
        pills.add(new InboxPage.Pill(names.say("inbox.all"), "/inbox", counts.open(), filter.equals(InboxFilter.ALL)));
        if (byKind.size() > 1) {
            byKind.forEach((kind, number) -> pills.add(
                    new InboxPage.Pill(names.of(kind), "/inbox?kind=" + kind, number, kind.equals(filter.taskKey()))));
        }
        return pills;
    }

    private static String address(InboxFilter filter) {
        var address = new StringBuilder("/inbox?");
        add(address, "competition", filter.competitionId());
        add(address, "round", filter.roundId());
        add(address, "kind", filter.taskKey());
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.append(name).append('=').append(value).append('&');
        }
    }
}
