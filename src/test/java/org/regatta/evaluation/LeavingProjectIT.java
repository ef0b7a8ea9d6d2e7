package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.regatta.project.ProjectLifecycle;
import org.regatta.project.ProjectStatus;
import org.regatta.project.Projects;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.Processes;
import org.regatta.workflow.TaskView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A project leaves the competition while its round runs, with the real engine. */
@RegattaTest
class LeavingProjectIT {

    @Autowired
    private Projects projects;

    @Autowired
    private ProjectLifecycle lifecycle;

    @Autowired
    private Participations participations;

    @Autowired
    private Processes processes;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    private Edition edition;
    private UUID admin;
    private UUID juror;
    private UUID project;

    @BeforeEach
    void aJurorHasTheOnlyProject() {
        edition = Edition.open(database);
        admin = edition.person(Role.SUPER_ADMIN);
        juror = edition.juror();
        project = edition.project();
        edition.assign(project, juror);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void takesTheJurorsTaskAlongAndClosesARoundThatIsCompleteWithoutIt() {
        database.sql("update round set closes_when_complete = true where id = ?")
                .param(edition.roundId())
                .update();
        inOne(() -> processes.start(
                "evaluationRound",
                edition.roundId().toString(),
                Map.of(
                        "programId", edition.programId().toString(),
                        "competitionId", edition.competitionId().toString(),
                        "roundId", edition.roundId().toString())));
        Acting.as(juror);
        waiting();

        Acting.as(admin);
        projects.withdraw(project);

        requireGone();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !database.sql("select status from round where id = ?")
                        .param(edition.roundId())
                        .query(String.class)
                        .single()
                        .equals("OPEN"));
    }

    @Test
    void takesTheJurorsTaskAlongWhenAProcessDisqualifiesIt() {
        participations.admit(edition.roundId(), List.of(project));
        Acting.as(juror);
        waiting();

        lifecycle.move(List.of(project), ProjectStatus.DISQUALIFIED);

        requireGone();
    }

    @Test
    void isNeverStartedWhereItsWorkStillWaits() {
        Acting.as(admin);

        inOne(() -> {
            participations.admit(edition.roundId(), List.of(project));
            projects.withdraw(project);
        });

        requireGone();
    }

    private void requireGone() {
        Acting.as(juror);
        assertThat(open()).isEmpty();
        assertThat(participations.find(edition.roundId(), project)).contains(State.ENDED);
        assertThat(database.sql("select state from assignment where project_id = ?")
                        .param(project)
                        .query(String.class)
                        .list())
                .containsExactly("RECUSED");
    }

    private void inOne(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> work.run());
    }

    private void waiting() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(this::open, found -> found.size() == 1);
    }

    private List<TaskView> open() {
        return inbox.open(InboxFilter.ALL.inRound(edition.roundId()), new PageRequest(0, 10))
                .items();
    }
}
