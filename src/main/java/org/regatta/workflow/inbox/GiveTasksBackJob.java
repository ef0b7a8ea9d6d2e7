package org.regatta.workflow.inbox;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.regatta.identity.Role;
import org.regatta.workflow.TaskGivenBack;
import org.regatta.workflow.TaskView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back to its group what somebody has claimed who holds the role no more: it was withdrawn or has run out, or the
 * person's account was closed. Publishes {@link TaskGivenBack} for each.
 */
@Component
class GiveTasksBackJob {

    private static final Logger LOG = LoggerFactory.getLogger(GiveTasksBackJob.class);

    private static final String LEFT_BEHIND = """
            select t.* from inbox_task t
            where t.state = 'OPEN' and t.assignee is not null and t.candidate_role is not null
              and not exists (
                select 1 from person p join role_grant g on g.person_id = p.id
                  join unnest(cast(:held as text[]), cast(:asked as text[])) as s (held, asked)
                       on s.held = g.role and s.asked = t.candidate_role
                where p.id = t.assignee and p.enabled
                  and (g.valid_from is null or g.valid_from <= now())
                  and (g.valid_until is null or g.valid_until > now())
                  and (g.competition_id = t.competition_id
                       or g.competition_id is null and (g.program_id is null or g.program_id = t.program_id)))
            """;

    private final JdbcClient jdbc;
    private final InboxTable inbox;
    private final TaskService engine;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate each;
    private final Clock clock;

    GiveTasksBackJob(
            JdbcClient jdbc,
            InboxTable inbox,
            TaskService engine,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.engine = engine;
        this.events = events;
        this.each = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${regatta.workflow.give-back-interval:PT30S}")
    void run() {
        for (var task : leftBehind()) {
            try {
                each.executeWithoutResult(transaction -> giveBack(task));
            } catch (RuntimeException failed) {
                LOG.error("task not given back task={}", task.taskId(), failed);
            }
        }
    }

    private List<TaskView> leftBehind() {
        var roles = Arrays.asList(Role.values());
        var pairs = roles.stream()
                .flatMap(
                        held -> roles.stream().filter(held::standsFor).map(asked -> List.of(held.name(), asked.name())))
                .toList();
        return jdbc.sql(LEFT_BEHIND)
                .param("held", pairs.stream().map(List::getFirst).toArray(String[]::new))
                .param("asked", pairs.stream().map(List::getLast).toArray(String[]::new))
                .query(InboxTable::view)
                .list();
    }

    private void giveBack(TaskView task) {
        inbox.oneAtATime(task.businessKey());
        if (inbox.release(task.taskId(), Objects.requireNonNull(task.assignee()))) {
            engine.setAssignee(task.taskId(), null);
            events.publishEvent(new TaskGivenBack(
                    task.taskId(),
                    task.taskKey(),
                    task.roundId(),
                    task.projectId(),
                    task.competitionId(),
                    null,
                    clock.instant()));
        }
    }
}
