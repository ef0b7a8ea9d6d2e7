package org.regatta.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.InboxFigures;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.InboxFilter.Due;
import org.regatta.workflow.InboxFilter.Held;
import org.regatta.workflow.TaskSubjects.Subject;
import org.springframework.stereotype.Component;

/** The filters of the inbox with the count behind each; a filter that would change nothing is not offered. */
@Component
class InboxPills {

    private static final int MOST = 12;

    private final TaskNames names;

    InboxPills(TaskNames names) {
        this.names = names;
    }

    List<InboxPage.Pills> of(InboxFigures figures, InboxFilter filter, Map<UUID, Subject> known) {
        var rows = new ArrayList<InboxPage.Pills>();
        var urgency = urgency(figures, filter);
        if (urgency.pills().size() > 2 || filter.narrows()) {
            rows.add(urgency);
        }
        offer(rows, held(figures, filter), filter.held());
        offer(rows, kinds(figures, filter), filter.taskKey());
        offer(rows, competitions(figures, filter, known), filter.competitionId());
        offer(rows, round(figures, filter, known), filter.roundId());
        return rows;
    }

    private static void offer(List<InboxPage.Pills> rows, InboxPage.Pills row, @Nullable Object chosen) {
        if (row.pills().size() > (chosen == null ? 1 : 0)) {
            rows.add(row);
        }
    }

    private InboxPage.Pills urgency(InboxFigures figures, InboxFilter filter) {
        var pills = new ArrayList<InboxPage.Pill>();
        var every = filter.with((Due) null);
        pills.add(pill("due-ALL", names.say("inbox.all"), every, figures, filter));
        for (var due : Due.values()) {
            var one = filter.with(due);
            if (figures.count(one) > 0 || filter.due() == due) {
                pills.add(pill("due-" + due, names.say("inbox.group." + due), one, figures, filter));
            }
        }
        return new InboxPage.Pills(names.say("inbox.filter.due"), pills);
    }

    private InboxPage.Pills held(InboxFigures figures, InboxFilter filter) {
        var pills = new ArrayList<InboxPage.Pill>();
        for (var held : Held.values()) {
            var one = filter.held() == held ? filter.with((Held) null) : filter.with(held);
            var count = figures.count(filter.with(held));
            if (count > 0 || filter.held() == held) {
                pills.add(new InboxPage.Pill(
                        "held-" + held,
                        names.say("inbox.held." + held),
                        InboxAddress.of(one).here(),
                        count,
                        filter.held() == held));
            }
        }
        return new InboxPage.Pills(names.say("inbox.filter.held"), pills);
    }

    private InboxPage.Pills kinds(InboxFigures figures, InboxFilter filter) {
        var pills = new ArrayList<InboxPage.Pill>();
        var keys = new ArrayList<>(figures.taskKeys());
        var chosen = filter.taskKey();
        if (chosen != null && !keys.contains(chosen)) {
            keys.addFirst(chosen);
        }
        for (var key : keys) {
            var current = key.equals(chosen);
            pills.add(new InboxPage.Pill(
                    "kind-" + key,
                    names.of(key),
                    InboxAddress.of(current ? filter.with((String) null) : filter.with(key))
                            .here(),
                    figures.count(filter.with(key)),
                    current));
        }
        return new InboxPage.Pills(names.say("inbox.filter.kind"), pills.subList(0, Math.min(MOST, pills.size())));
    }

    private InboxPage.Pills competitions(InboxFigures figures, InboxFilter filter, Map<UUID, Subject> known) {
        var pills = new ArrayList<InboxPage.Pill>();
        for (var id : figures.competitions()) {
            var subject = known.get(id);
            var current = id.equals(filter.competitionId());
            if (subject != null && pills.size() < MOST) {
                pills.add(new InboxPage.Pill(
                        "competition-" + id,
                        subject.title(),
                        InboxAddress.of(filter.in(current ? null : id)).here(),
                        figures.count(filter.in(id)),
                        current));
            }
        }
        return new InboxPage.Pills(names.say("inbox.filter.competition"), pills);
    }

    /** A round is chosen from its progress; here it can be let go. */
    private InboxPage.Pills round(InboxFigures figures, InboxFilter filter, Map<UUID, Subject> known) {
        var id = filter.roundId();
        var subject = id == null ? null : known.get(id);
        // the name of a round where nothing waits for the viewer is not told
        if (subject == null || figures.count(InboxFilter.ALL.inRound(id)) == 0) {
            return new InboxPage.Pills("", List.of());
        }
        var pill = new InboxPage.Pill(
                "round-" + id,
                subject.title(),
                InboxAddress.of(filter.in(filter.competitionId())).here(),
                figures.count(filter),
                true);
        return new InboxPage.Pills(names.say("inbox.filter.round"), List.of(pill));
    }

    private static InboxPage.Pill pill(
            String key, String label, InboxFilter to, InboxFigures figures, InboxFilter filter) {
        return new InboxPage.Pill(key, label, InboxAddress.of(to).here(), figures.count(to), to.equals(filter));
    }
}
