package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.regatta.jury.FreeJuror;
import org.regatta.project.Participations;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskEnded;
import org.regatta.workflow.TaskView;
import org.regatta.workflow.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A discrepancy from the last evaluation to the third reader's, with the real engine. */
@RegattaTest
@RecordApplicationEvents
class ThirdReaderIT {

    @Autowired
    private Discrepancies discrepancies;

    @Autowired
    private DiscrepancyRules rules;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private MyEvaluations mine;

    @Autowired
    private Participations participations;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEvents events;

    private Edition edition;
    private UUID admin;
    private UUID anna;
    private UUID bo;
    private UUID cleo;
    private UUID project;

    @BeforeEach
    void twoOfFourJurorsHaveAProject() {
        edition = Edition.open(database);
        admin = edition.person(Role.PROGRAM_ADMIN);
        anna = edition.juror();
        bo = edition.juror();
        cleo = edition.juror();
        var dan = edition.juror();
        project = edition.project();
        edition.assign(project, anna);
        edition.assign(project, bo);
        edition.conflict(project, dan);
        Acting.as(admin);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void isAppointedByTheOrganiserAndCountsLikeTheOthers() {
        rules.watch(edition.roundId(), 40);
        start();
        handIn(anna, 5);
        handIn(bo, 15); // 10 of 24 points are 42 percent

        Acting.as(admin);
        var task = waiting("appointThirdReader");
        assertThat(task.projectId()).isEqualTo(project);
        var free = discrepancies.candidates(edition.roundId(), project);
        assertThat(free).extracting(FreeJuror::personId).containsExactly(cleo);
        tasks.complete(
                task.taskId(),
                Map.of("answer", "appoint", "juror", free.getFirst().jurorId().toString()));
        assertThat(events.stream(ThirdReaderAppointed.class)
                        .filter(event -> event.projectId().equals(project)))
                .singleElement()
                .satisfies(event -> assertThat(event.personId()).isEqualTo(cleo));

        Acting.as(cleo);
        var reading = waiting("scoreAsThirdReader");
        tasks.complete(reading.taskId(), Map.of("points", 12, "comment", "In between."));

        assertThat(participations.find(edition.roundId(), project)).contains(Participations.State.EVALUATED);
        assertThat(discrepancies.spread(edition.roundId(), project).evaluations())
                .isEqualTo(3);
    }

    @Test
    void isNotAskedForBelowTheLimitNorWithoutOne() {
        rules.watch(edition.roundId(), 43);
        start();
        handIn(anna, 5);
        handIn(bo, 15);

        assertThat(participations.find(edition.roundId(), project)).contains(Participations.State.EVALUATED);
        Acting.as(admin);
        assertThat(open("appointThirdReader")).isEmpty();
        rules.watch(edition.roundId(), 0);
        assertThat(rules.limit(edition.roundId())).isZero();
    }

    @Test
    void isReplacedWhenSteppingBack() {
        rules.watch(edition.roundId(), 40);
        start();
        // set after the work began, as an extension is: whatever is asked for from now on ends then
        edition.deadline(Duration.ofDays(2), Duration.ZERO);
        handIn(anna, 1);
        handIn(bo, 25);
        Acting.as(admin);
        var juror = discrepancies.candidates(edition.roundId(), project).getFirst();
        tasks.complete(
                waiting("appointThirdReader").taskId(),
                Map.of("answer", "appoint", "juror", juror.jurorId().toString()));

        Acting.as(cleo);
        assertThat(waiting("scoreAsThirdReader").dueAt()).isNotNull();
        evaluations.abstain(assignment(cleo), "I know the team.");

        Acting.as(admin);
        var again = waiting("appointThirdReader");
        assertThat(again.dueAt()).isNotNull();
        assertThat(discrepancies.candidates(edition.roundId(), project)).isEmpty();
        assertThatThrownBy(() -> tasks.complete(again.taskId(), Map.of("answer", "leave")))
                .isInstanceOf(InvalidInput.class);
        tasks.complete(again.taskId(), Map.of("answer", "leave", "reason", "Nobody is free any more."));
        assertThat(participations.find(edition.roundId(), project)).contains(Participations.State.EVALUATED);
    }

    @Test
    void isNotAskedForAnyMoreOnceAnEvaluationIsTakenBackAndComesCloser() {
        rules.watch(edition.roundId(), 40);
        start();
        handIn(anna, 5);
        handIn(bo, 15);
        Acting.as(admin);
        var asked = waiting("appointThirdReader");

        Acting.as(bo);
        mine.takeBack(assignment(bo));

        Acting.as(admin);
        assertThat(open("appointThirdReader")).isEmpty();
        assertThatThrownBy(() -> tasks.complete(asked.taskId(), Map.of("answer", "leave", "reason", "Too late.")))
                .isInstanceOf(TaskEnded.class);
        assertThat(participations.find(edition.roundId(), project)).contains(Participations.State.RUNNING);
        handIn(bo, 6);
        assertThat(participations.find(edition.roundId(), project)).contains(Participations.State.EVALUATED);
    }

    @Test
    void isAskedForWhenARevisionGoesTooFarAndAllRevisionsAreIn() {
        rules.watch(edition.roundId(), 40);
        start();
        handIn(anna, 5);
        handIn(bo, 6);
        edition.deadline(Duration.ofDays(2), Duration.ZERO);
        mine.takeBack(assignment(bo));
        assertThat(waiting("reviseEvaluation").dueAt()).isNotNull();
        Acting.as(anna);
        mine.takeBack(assignment(anna));

        handIn(bo, 25);
        Acting.as(admin);
        assertThat(open("appointThirdReader")).isEmpty();
        handIn(anna, 4);

        Acting.as(admin);
        assertThat(open("appointThirdReader")).hasSize(1);
        assertThat(participations.find(edition.roundId(), project)).contains(Participations.State.RUNNING);
    }

    @Test
    void isNeverSomebodyInConflictWithTheProject() {
        rules.watch(edition.roundId(), 40);
        start();
        handIn(anna, 1);
        handIn(bo, 25);
        Acting.as(admin);
        var juror = discrepancies.candidates(edition.roundId(), project).getFirst();
        var task = waiting("appointThirdReader");

        edition.conflict(project, cleo);

        assertThatThrownBy(() -> discrepancies.appoint(edition.roundId(), project, juror.jurorId(), ""))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tasks.complete(
                        task.taskId(),
                        Map.of("answer", "appoint", "juror", juror.jurorId().toString())))
                .isInstanceOf(InvalidInput.class);
    }

    private void start() {
        participations.admit(edition.roundId(), List.of(project));
        Acting.as(anna);
        waiting("scoreProject");
    }

    private void handIn(UUID juror, int points) {
        Acting.as(juror);
        evaluations.submit(assignment(juror), Map.of("points", ScoreValue.of(String.valueOf(points))), "");
    }

    private TaskView waiting(String taskKey) {
        return Awaitility.await(taskKey)
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(() -> open(taskKey), found -> !found.isEmpty())
                .getFirst();
    }

    private List<TaskView> open(String taskKey) {
        return inbox.open(InboxFilter.ALL.inRound(edition.roundId()).with(taskKey), new PageRequest(0, 10))
                .items();
    }

    private UUID assignment(UUID juror) {
        return database.sql("select id from assignment where project_id = ? and person_id = ?")
                .param(project)
                .param(juror)
                .query(UUID.class)
                .single();
    }
}
