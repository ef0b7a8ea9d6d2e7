package org.regatta.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.inbox.InboxQueries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the person at work. */
@Service
@Transactional(readOnly = true)
public class Inbox {

    private final Access access;
    private final InboxQueries queries;
    private final Clock clock;

    Inbox(Access access, InboxQueries queries, Clock clock) {
        this.access = access;
        this.queries = queries;
        this.clock = clock;
    }

    /** Open tasks, the earliest date first, those without a date last. */
    public Page<TaskView> open(InboxFilter filter, PageRequest page) {
        return queries.page(access.viewer(), filter, page, clock.instant());
    }

    /** The same for who has asked for the figures already; a page behind the last is the last. */
    public Page<TaskView> open(InboxFilter filter, PageRequest page, InboxFigures figures) {
        var total = figures.count(filter);
        var last = total == 0 ? 0 : (int) ((total - 1) / page.size());
        var within = new PageRequest(Math.min(page.number(), last), page.size());
        var tasks = queries.open(access.viewer(), filter, within, clock.instant());
        return new Page<>(tasks, within.number(), within.size(), total);
    }

    /** Every count of the inbox, in one statement. */
    public InboxFigures figures() {
        return queries.figures(access.viewer(), clock.instant());
    }

    /** How many tasks are open, whatever they are: cheaper than {@link #figures}. */
    public long waiting() {
        return queries.count(access.viewer(), InboxFilter.ALL, clock.instant());
    }

    /** The figures in the head of the inbox. */
    public InboxCounts counts() {
        return figures().counts();
    }

    /** What the viewer has done and has still to do, by round: rounds in which something waits, at most five. */
    public List<RoundProgress> progress() {
        return queries.progress(access.viewer());
    }

    /** The id of another open task, the earliest date first; null if nothing else waits. */
    public @Nullable String next(TaskView task) {
        return queries.next(access.viewer(), task, clock.instant());
    }

    /** Where somebody begins who holds no role yet, because a module waits for their answer. All beans of this type are asked. */
    public interface Beginning {

        /** The page's own path; empty where nothing waits for the viewer. */
        Optional<String> address();
    }
}
