package org.regatta.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.competition.Competitions;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RegattaTest
@RecordApplicationEvents
class ConflictsIT {

    private static final PageRequest ALL = new PageRequest(0, 200);

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
    void endsTheAssignmentWhenAConflictIsDeclaredWhileTheRoundRuns() {
        var projects = admitted(scene.projects(2));
        var jury = seated(null, 2);
        plan.assignRound(roundId);
        var juror = jury.persons().getFirst();
        Acting.as(juror);

        var conflictId = conflicts.declare(projects.getFirst(), "my sister");
        assertThat(conflicts.declare(projects.getFirst(), "again")).isEqualTo(conflictId);

        assertThat(plan.find(roundId, projects.getFirst(), juror).orElseThrow().state())
                .isEqualTo(AssignmentState.RECUSED);
        assertThat(plan.activeJurors(roundId, projects.getLast())).contains(juror);
        assertThat(events.stream(AssignmentEnded.class)).singleElement().satisfies(event -> {
            assertThat(event.personId()).isEqualTo(juror);
            assertThat(event.projectId()).isEqualTo(projects.getFirst());
            assertThat(event.roundId()).isEqualTo(roundId);
        });
        assertThat(events.stream(ConflictDeclared.class)).hasSize(1);
        assertThatThrownBy(() -> conflicts.lift(conflictId)).isInstanceOf(NotVisible.class);
    }

    @Test
    void keepsWhyAndSinceWhenAJurorIsOffAProject() {
        var projects = admitted(scene.projects(1));
        var jury = seated(null, 2);
        plan.assignRound(roundId);

        recusals.record(new NewRecusal(projects.getFirst(), jury.jurors().getFirst(), null, "A former pupil."));

        assertThat(scene.rows()
                        .sql("select ended_reason from assignment where round_id = ? and ended_at is not null")
                        .param(roundId)
                        .query(String.class)
                        .list())
                .containsExactly("A former pupil.");
    }

    @Test
    void neverTouchesTheAssignmentsOfACompletedRound() {
        var projects = admitted(scene.projects(1));
        var jury = seated(null, 1);
        plan.assignRound(roundId);
        scene.rows()
                .sql("update round set status = 'COMPLETED' where id = :id")
                .param("id", roundId)
                .update();

        recusals.record(new NewRecusal(projects.getFirst(), jury.jurors().getFirst(), null, "late"));

        assertThat(plan.find(roundId, projects.getFirst(), jury.persons().getFirst())
                        .orElseThrow()
                        .state())
                .isEqualTo(AssignmentState.ACTIVE);
        assertThat(events.stream(AssignmentEnded.class)).isEmpty();
    }

    @Test
    void recordsRecusalsAllOrNone() {
        var projects = scene.projects(1);
        var jury = scene.jury("j", 1);
        var elsewhere = new Scene(context);
        var foreign = elsewhere.jury("j", 1).jurors().getFirst();
        Acting.as(scene.admin);
        var good = new NewRecusal(projects.getFirst(), jury.jurors().getFirst(), null, "");

        assertThatThrownBy(() ->
                        recusals.recordAll(List.of(good, new NewRecusal(projects.getFirst(), foreign, roundId, ""))))
                .isInstanceOf(InvalidInput.class)
                .extracting("findings", InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::place)
                .containsExactly("recusals[1].jurorId");
        assertThatThrownBy(() ->
                        recusals.recordAll(List.of(good, new NewRecusal(UUID.randomUUID(), good.jurorId(), null, ""))))
                .isInstanceOf(NotVisible.class);
        assertThat(scene.rows()
                        .sql("select count(*) from recusal where juror_id = :juror")
                        .param("juror", good.jurorId())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(recusals.recordAll(List.of(good, good))).isOne();
    }

    @Test
    void showsJurorsTheirOwnAssignmentsAndOrganisersAllButThoseUnderTheirConflict() {
        var projects = admitted(scene.projects(3));
        var jury = seated(null, 2);
        plan.assignRound(roundId);
        var juror = jury.persons().getFirst();
        var others = plan.find(roundId, projects.getFirst(), jury.persons().getLast())
                .orElseThrow();
        var stranger = scene.person("observer", Role.OBSERVER);

        Acting.as(juror);
        assertThat(assignments.of(roundId, ALL).items())
                .hasSize(3)
                .allSatisfy(assignment -> assertThat(assignment.personId()).isEqualTo(juror));
        assertThatThrownBy(() -> assignments.get(others.id())).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> assignments.recuse(others.id(), "not mine")).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> juries.of(scene.competitionId)).isInstanceOf(ActionForbidden.class);
        Acting.as(stranger);
        assertThatThrownBy(() -> assignments.of(roundId, ALL)).isInstanceOf(ActionForbidden.class);
        var admin = scene.person("admin", Role.PROGRAM_ADMIN);
        Acting.as(admin);
        assertThat(assignments.of(roundId, ALL).total()).isEqualTo(6);
        conflicts.record(projects.getFirst(), admin, ConflictKind.DECLARED, "own company");
        assertThat(assignments.of(roundId, ALL).total()).isEqualTo(4);
        assertThatThrownBy(() -> assignments.get(others.id())).isInstanceOf(NotVisible.class);
    }

    @Test
    void issuesTheSameNumberOfStatementsForTenAndForTwoHundredRows() {
        admitted(scene.projects(100));
        seated(null, 2);
        plan.assignRound(roundId);

        var ten = Statements.of(() -> assignments.of(roundId, new PageRequest(0, 10)));
        var twoHundred = Statements.of(
                () -> assertThat(assignments.of(roundId, ALL).items()).hasSize(200));

        assertThat(twoHundred).hasSameSizeAs(ten);
    }

    @Test
    void findsTheFirstJurorsOfEveryJuryThoseWhoGetWorkFirst() {
        var main = scene.jury("main", 3);
        var other = scene.jury("other", 1);
        juries.setActive(main.jurors().getFirst(), false);

        var first = juries.firstJurors(scene.competitionId, null, 2);

        assertThat(first).containsOnlyKeys(main.id(), other.id());
        assertThat(first.get(main.id()).items()).extracting(JurorView::label).containsExactly("J2", "J3");
        assertThat(first.get(main.id()).total()).isEqualTo(3);
        assertThat(juries.firstJurors(scene.competitionId, "j3", 2)).containsOnlyKeys(main.id());
    }

    @Test
    void addsJurorsAllOrNoneAndLetsThemReadTheCompetition() {
        var juryId = juries.create(scene.competitionId, "main", "Main jury");
        var known = scene.person("known");
        var good = new NewJuror(known, "J1", BigDecimal.ONE, true);

        assertThatThrownBy(() -> juries.addJurors(
                        juryId, List.of(good, new NewJuror(UUID.randomUUID(), "J1", BigDecimal.ZERO, false))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> juries.addJurors(
                        juryId, List.of(good, new NewJuror(UUID.randomUUID(), "J1", BigDecimal.TEN, false))))
                .isInstanceOf(InvalidInput.class)
                .extracting("findings", InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::place)
                .containsExactly("jurors[1].personId", "jurors[1].label");
        assertThat(juries.jurors(juryId)).isEmpty();
        juries.addJurors(juryId, List.of(good));

        assertThat(juries.of(scene.competitionId))
                .singleElement()
                .satisfies(jury -> assertThat(jury.jurors()).isOne());
        Acting.as(known);
        assertThat(scene.bean(Competitions.class).get(scene.competitionId)).isNotNull();
        assertThat(scene.bean(People.class).byIds(List.of(known))).hasSize(1);
    }

    private List<UUID> admitted(List<UUID> projects) {
        return scene.admitted(roundId, projects);
    }

    private Scene.Jury seated(Integer jurorsPerProject, int jurors) {
        var jury = scene.jury("j", jurors);
        juries.seat(roundId, jury.id(), null, jurorsPerProject);
        return jury;
    }

    private long rows(String count) {
        return scene.rows().sql(count).param("round", roundId).query(Long.class).single();
    }
}
