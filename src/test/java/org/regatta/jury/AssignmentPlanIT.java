package org.regatta.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.regatta.project.NewProject;
import org.regatta.project.Projects;
import org.regatta.shared.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RegattaTest
@RecordApplicationEvents
class AssignmentPlanIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEvents events;

    @Autowired
    AssignmentPlan plan;

    @Autowired
    Assignments assignments;

    @Autowired
    Juries juries;

    @Autowired
    Recusals recusals;

    @Autowired
    Conflicts conflicts;

    private Scene scene;
    private UUID roundId;

    @BeforeEach
    void aRound() {
        scene = new Scene(context);
        roundId = scene.evaluationRound("r1", false);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void givesEveryProjectToTheWholeJuryButForRecusalsAndConflicts() {
        var projects = admitted(scene.projects(4));
        var jury = seated(null, 3);
        var other = scene.round("r2", RoundKind.EVALUATION);
        recusals.recordAll(List.of(
                new NewRecusal(projects.get(0), jury.jurors().get(0), null, "taught the contestant"),
                new NewRecusal(projects.get(1), jury.jurors().get(1), roundId, "this round only"),
                new NewRecusal(projects.get(2), jury.jurors().get(2), other, "another round")));
        conflicts.record(projects.get(3), jury.persons().get(0), ConflictKind.INFERRED, "same employer");

        assertThat(plan.assignRound(roundId)).isEqualTo(9);
        assertThat(plan.assignRound(roundId)).isZero();

        assertThat(plan.activeJurors(roundId, projects.get(0)))
                .containsExactly(jury.persons().get(1), jury.persons().get(2));
        assertThat(plan.activeJurors(roundId, projects.get(1)))
                .containsExactly(jury.persons().get(0), jury.persons().get(2));
        assertThat(plan.activeJurors(roundId, projects.get(2))).hasSize(3);
        assertThat(plan.find(roundId, projects.get(0), jury.persons().get(0))).isEmpty();
        assertThat(plan.find(roundId, projects.get(3), jury.persons().get(0))).isEmpty();
        assertThat(rows("select count(*) from assignment where round_id = :round"))
                .isEqualTo(9);
        assertThat(events.stream(JurorsAssigned.class).flatMap(AssignmentPlanIT::pairs))
                .as("who is to evaluate what, each pair once")
                .hasSize(9)
                .doesNotHaveDuplicates()
                .contains(projects.get(0) + " " + jury.persons().get(1))
                .doesNotContain(
                        projects.get(0) + " " + jury.persons().get(0),
                        projects.get(3) + " " + jury.persons().get(0));
        assertThat(events.stream(RecusalsRecorded.class))
                .extracting(RecusalsRecorded::personId, RecusalsRecorded::projectIds, RecusalsRecorded::roundId)
                .containsExactlyInAnyOrder(
                        tuple(jury.persons().get(0), List.of(projects.get(0)), null),
                        tuple(jury.persons().get(1), List.of(projects.get(1)), roundId),
                        tuple(jury.persons().get(2), List.of(projects.get(2)), other));
    }

    private static Stream<String> pairs(JurorsAssigned assigned) {
        return assigned.projectIds().stream()
                .flatMap(project -> assigned.personIds().stream().map(person -> project + " " + person));
    }

    @Test
    void opensNoRoundInWhichAProjectWouldGetMoreJurorsThanItsProcessHolds() {
        admitted(scene.projects(1));
        var large = seated(null, AssignmentPlan.MOST_ON_A_PROJECT);
        var rounds = scene.bean(Rounds.class);
        assertThat(crowd(rounds)).isEmpty();

        juries.addJurors(
                large.id(), List.of(new NewJuror(scene.person("one-more"), "One more", BigDecimal.ONE, false)));
        assertThat(crowd(rounds)).hasSize(1);

        juries.seat(roundId, large.id(), null, 3);
        assertThat(crowd(rounds)).isEmpty();
    }

    private List<Finding> crowd(Rounds rounds) {
        return rounds.lacking(roundId).stream()
                .filter(finding -> finding.message().startsWith("More than 50 jurors"))
                .toList();
    }

    @Test
    void makesIdsThatAreVersionSeven() {
        admitted(scene.projects(1));
        var jury = seated(null, 1);
        plan.assignRound(roundId);

        var id = plan.find(roundId, plan(jury), jury.persons().getFirst())
                .orElseThrow()
                .id();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void seatsJuriesPerCategoryAndSharesOutEvenly() {
        scene.bean(Projects.class)
                .enterAll(
                        scene.competitionId,
                        IntStream.rangeClosed(1, 30)
                                .mapToObj(number -> scene.project("" + number, number <= 20 ? "energy" : "health"))
                                .toList());
        admitted(List.copyOf(
                scene.bean(Projects.class).idsByNumber(scene.competitionId).values()));
        var energy = scene.jury("energy", 6);
        var health = scene.jury("health", 4);
        juries.seat(roundId, energy.id(), "energy", 3);
        juries.seat(roundId, health.id(), "health", 2);

        assertThat(plan.assignRound(roundId)).isEqualTo(20 * 3 + 10 * 2);
        assertThat(plan.assignRound(roundId)).isZero();

        assertThat(loads(energy)).containsOnly(10L);
        assertThat(loads(health)).containsOnly(5L);
    }

    @Test
    void replacesARecusedJurorWhenItIsRepeated() {
        var project = admitted(scene.projects(1)).getFirst();
        var jury = seated(1, 2);
        plan.assignRound(roundId);
        var first = plan.activeJurors(roundId, project).getFirst();
        var assignment = plan.find(roundId, project, first).orElseThrow();

        assignments.recuse(assignment.id(), "ill");
        assertThat(plan.activeJurors(roundId, project)).isEmpty();
        assertThat(plan.assignRound(roundId)).isOne();

        assertThat(plan.activeJurors(roundId, project)).hasSize(1).doesNotContain(first);
        assertThat(jury.persons()).containsAll(plan.activeJurors(roundId, project));
    }

    @Test
    void keepsJurorsOutWhoseOwnTeamCompetes() {
        var jury = seated(null, 2);
        var projects = admitted(scene.bean(Projects.class)
                .enterAll(
                        scene.competitionId,
                        List.<NewProject>of(
                                scene.project("1", null, jury.persons().getFirst()), scene.project("2", null))));

        plan.assignRound(roundId);

        assertThat(plan.activeJurors(roundId, projects.getLast()))
                .containsExactly(jury.persons().getLast());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void assignsTenThousandProjectsToThreeJurorsInFewStatements() {
        admitted(scene.projects(10_000));
        seated(3, 30);

        var statements =
                Statements.of(() -> assertThat(plan.assignRound(roundId)).isEqualTo(30_000));
        assertThat(statements)
                .filteredOn(statement -> !statement.contains("audit_entry"))
                .hasSizeLessThan(15);
        assertThat(statements).as("each juror's thousand in ten entries").hasSizeLessThan(315);

        var loads = scene.rows()
                .sql("select count(*) from assignment where round_id = :round group by juror_id")
                .param("round", roundId)
                .query(Long.class)
                .list();
        assertThat(loads).hasSize(30).containsOnly(1_000L);
    }

    private UUID plan(Scene.Jury jury) {
        return scene.rows()
                .sql("select project_id from assignment where juror_id = :juror")
                .param("juror", jury.jurors().getFirst())
                .query(UUID.class)
                .single();
    }

    private List<UUID> admitted(List<UUID> projects) {
        return scene.admitted(roundId, projects);
    }

    private Scene.Jury seated(Integer jurorsPerProject, int jurors) {
        var jury = scene.jury("j", jurors);
        juries.seat(roundId, jury.id(), null, jurorsPerProject);
        return jury;
    }

    private List<Long> loads(Scene.Jury jury) {
        return scene.rows()
                .sql("select count(*) from assignment where juror_id = any(cast(:jurors as uuid[])) group by juror_id")
                .param("jurors", jury.jurors().stream().map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private long rows(String count) {
        return scene.rows().sql(count).param("round", roundId).query(Long.class).single();
    }
}
