package org.regatta.workflow.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Page;
import org.regatta.workflow.InboxFigures;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.InboxFilter.Due;
import org.regatta.workflow.RoundProgress;
import org.regatta.workflow.SavedViews;
import org.regatta.workflow.TaskSubjects.Subject;
import org.regatta.workflow.TaskView;
import org.regatta.workflow.Tasks;
import org.springframework.stereotype.Component;

/** Turns tasks and figures into the rows, groups, filters and words of the inbox. */
@Component
class InboxPages {

    private final TaskRows rows;
    private final InboxPills pills;
    private final InboxTitle title;
    private final TaskNames names;
    private final SavedViews views;
    private final Tasks tasks;
    private final Clock clock;

    InboxPages(
            TaskRows rows,
            InboxPills pills,
            InboxTitle title,
            TaskNames names,
            SavedViews views,
            Tasks tasks,
            Clock clock) {
        this.rows = rows;
        this.pills = pills;
        this.title = title;
        this.names = names;
        this.views = views;
        this.tasks = tasks;
        this.clock = clock;
    }

    InboxPage of(Page<TaskView> page, InboxFigures figures, List<RoundProgress> progress, InboxFilter filter) {
        var more = new ArrayList<@Nullable UUID>(figures.competitions());
        more.add(filter.competitionId());
        more.add(filter.roundId());
        progress.forEach(one -> more.add(one.roundId()));
        var known = rows.known(page.items(), more);
        var list = rows.of(page.items(), known);
        var groups = groups(list, figures, filter);
        return new InboxPage(
                title.of(figures),
                figures.counts(),
                figures.nextDueZone(),
                page.number() == 0 && !list.isEmpty() ? list.getFirst() : null,
                groups,
                pills.of(figures, filter, known),
                progress(progress, known),
                views.of("/inbox"),
                page,
                filter,
                InboxAddress.of(filter),
                figures.stamp(),
                together(page, filter));
    }

    /** A tick box makes sense only where one answer may serve many. */
    private boolean together(Page<TaskView> page, InboxFilter filter) {
        var kind = filter.taskKey();
        return kind != null && page.total() > 1 && tasks.alike(kind);
    }

    private List<InboxPage.Group> groups(List<TaskRow> list, InboxFigures figures, InboxFilter filter) {
        var now = clock.instant();
        var groups = new EnumMap<Due, List<TaskRow>>(Due.class);
        for (var row : list) {
            groups.computeIfAbsent(Due.of(row.task().dueAt(), now), due -> new ArrayList<>())
                    .add(row);
        }
        return groups.entrySet().stream()
                .map(group -> new InboxPage.Group(
                        "group-" + group.getKey(),
                        names.say("inbox.group." + group.getKey()),
                        figures.count(filter.with(group.getKey())),
                        group.getValue()))
                .toList();
    }

    private static List<InboxPage.Progress> progress(List<RoundProgress> progress, Map<UUID, Subject> known) {
        return progress.stream()
                .map(one -> progress(one, known.get(one.roundId())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static InboxPage.@Nullable Progress progress(RoundProgress one, @Nullable Subject round) {
        return round == null
                ? null
                : new InboxPage.Progress(
                        one.roundId(),
                        "round-" + one.roundId(),
                        round.title(),
                        "/inbox?round=" + one.roundId(),
                        round.closesAt(),
                        round.zone(),
                        one.done(),
                        one.whole());
    }
}
