package org.regatta.workflow;

import java.time.Clock;
import java.util.Map;
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
        var viewer = access.viewer();
        return new Page<>(
                queries.open(viewer, filter, page), page.number(), page.size(), queries.count(viewer, filter));
    }

    /** The figures in the head of the inbox. */
    public InboxCounts counts() {
        return queries.counts(access.viewer(), clock.instant());
    }

    /** Open tasks of each kind ({@code scoreProject}), most first. */
    public Map<String, Long> countsByTaskKey() {
        return queries.countsByTaskKey(access.viewer());
    }

    /** The id of another open task, the earliest date first; null if nothing else waits. */
    public @Nullable String next(TaskView task) {
        return queries.next(access.viewer(), task);
    }
}
