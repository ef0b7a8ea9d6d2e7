package org.regatta.workflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskEnded;
import org.regatta.workflow.TaskNotFound;
import org.regatta.workflow.TaskView;
import org.regatta.workflow.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a group's task that one of the group has claimed, with the real engine. */
@RegattaTest
class ClaimedTasksIT {

    private static final Map<String, Object> APPROVED = Map.of("editionPlan", "approve");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Inbox inbox;

    @Autowired
    private GiveTasksBackJob job;

    @Autowired
    private PlatformTransactionManager transactions;

    private Scene scene;
    private UUID organiser;
    private String task;

    @BeforeEach
    void aPlanWaitsForItsApproval() {
        scene = new Scene(context);
        scene.round("mentoring", RoundKind.MENTORING);
        context.getBean(Competitions.class).start(scene.competitionId);
        organiser = scene.person("organiser", Role.PROGRAM_ADMIN);
        Acting.as(organiser);
        task = open().getFirst().taskId();
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void goesBackToTheGroupWhenItsHolderLosesTheRole() {
        tasks.claim(task);
        sql("update role_grant set valid_until = now() - interval '1 second' where person_id = ?", organiser);

        assertThat(open()).isEmpty();
        assertThat(inbox.waiting()).isZero();
        assertThatThrownBy(() -> tasks.complete(task, APPROVED)).isInstanceOf(TaskNotFound.class);
        job.run();

        Acting.as(scene.admin);
        assertThat(tasks.get(task).assignee()).isNull();
        tasks.claim(task);
        tasks.complete(task, APPROVED);
        assertThat(scene.rows().sql("""
                                select b.words from audit_entry e join audit_personal b on b.entry_id = e.id
                                 where e.type = 'workflow.taskCompleted' and e.subject = ?""").param(task).query(String.class).single())
                .as("what it was answered, in the log")
                .contains("\"editionPlan\":\"approve\"");
    }

    @Test
    void goesBackToTheGroupWhenItsHoldersAccountIsClosed() {
        tasks.claim(task);
        job.run();
        assertThat(tasks.get(task).assignee()).isEqualTo(organiser);

        sql("update person set enabled = false where id = ?", organiser);
        job.run();

        Acting.as(scene.admin);
        assertThat(tasks.get(task).assignee()).isNull();
    }

    @Test
    void isNotClaimedWhileSomebodyCompletesIt() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            var claim = new TransactionTemplate(transactions).execute(completing -> {
                Acting.as(scene.admin);
                tasks.complete(task, APPROVED);
                var claiming = pool.submit(() -> Acting.as(organiser, () -> {
                    tasks.claim(task);
                    return null;
                }));
                await().until(this::somebodyWaits);
                return claiming;
            });

            assertThatThrownBy(claim::get).hasCauseInstanceOf(TaskEnded.class);
        }
    }

    private List<TaskView> open() {
        return inbox.open(new InboxFilter(scene.competitionId, null, null, null, null), new PageRequest(0, 10))
                .items();
    }

    private boolean somebodyWaits() {
        return scene.rows().sql("""
                        select exists (select 1 from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
    }

    private void sql(String statement, UUID person) {
        scene.rows().sql(statement).param(person).update();
    }
}
