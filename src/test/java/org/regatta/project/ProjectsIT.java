package org.regatta.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.Conflicts;
import org.regatta.jury.Juries;
import org.regatta.shared.Change;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RegattaTest
@RecordApplicationEvents
class ProjectsIT {

    private static final PageRequest FIRST = new PageRequest(0, 50);

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Projects projects;

    @Autowired
    ProjectLifecycle lifecycle;

    private Scene scene;

    @BeforeEach
    void aCompetition() {
        scene = new Scene(context);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void entersTenThousandProjectsInTheGivenOrder() {
        var many = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> scene.project(Integer.toString(number), null))
                .toList();

        var ids = projects.enterAll(scene.competitionId, many);

        var byNumber = projects.idsByNumber(scene.competitionId);
        assertThat(byNumber).hasSize(10_000);
        assertThat(byNumber.get("1")).isEqualTo(ids.getFirst());
        assertThat(byNumber.get("10000")).isEqualTo(ids.getLast());
        assertThat(byNumber.keySet()).startsWith("1", "2", "3").endsWith("9999", "10000");
        assertThat(events.stream(ProjectsEntered.class))
                .as("each project is named in the log")
                .allMatch(event -> event.projectIds().size() <= 100)
                .flatExtracting(ProjectsEntered::projectIds)
                .containsExactlyElementsOf(ids);
    }

    @Test
    void entersAllOrNoneAndNamesEveryWrongField() {
        scene.projects(1);
        var wrong = List.of(
                scene.project("2", null), new NewProject("3", " ", "", null, "Poland", "Team", List.of(), true));
        var taken = List.of(scene.project("1", null), scene.project("4", null), scene.project("4", null));

        assertThat(places(wrong)).containsExactlyInAnyOrder("projects[1].title", "projects[1].country");
        assertThat(places(taken)).containsExactly("projects[0].number", "projects[2].number");

        assertThat(projects.idsByNumber(scene.competitionId)).hasSize(1);
        assertThatThrownBy(() -> projects.enter(scene.competitionId, scene.project("1", null)))
                .isInstanceOf(DuplicateKey.class);
    }

    @Test
    void sortsNumbersAsPeopleCountAndFindsByTextWithoutPatterns() {
        projects.enterAll(
                scene.competitionId,
                List.of(
                        scene.project("10", "a"),
                        scene.project("9", "b"),
                        scene.project("TP26-2", "a"),
                        scene.project("100%", "b")));

        assertThat(numbers(ProjectFilter.ALL)).containsExactly("9", "10", "100%", "TP26-2");
        assertThat(numbers(new ProjectFilter(null, null, "tp26", ProjectFilter.Sort.NUMBER)))
                .containsExactly("TP26-2");
        assertThat(numbers(new ProjectFilter(null, null, "%", ProjectFilter.Sort.TITLE)))
                .containsExactly("100%");
        assertThat(numbers(new ProjectFilter(ProjectStatus.SUBMITTED, "a", null, ProjectFilter.Sort.TITLE)))
                .containsExactly("10", "TP26-2");
        assertThat(numbers(new ProjectFilter(ProjectStatus.DRAFT, null, null, ProjectFilter.Sort.NUMBER)))
                .isEmpty();
        assertThat(sorted(ProjectFilter.Sort.NUMBER, true)).containsExactly("TP26-2", "100%", "10", "9");
        assertThat(sorted(ProjectFilter.Sort.CATEGORY, true)).containsExactly("9", "100%", "10", "TP26-2");
        scene.rows()
                .sql("update project set status = 'DRAFT' where number = '100%'")
                .update();
        assertThat(sorted(ProjectFilter.Sort.STATUS, false)).startsWith("100%", "9");
        assertThat(sorted(ProjectFilter.Sort.COUNTRY, true)).hasSize(4);
    }

    private List<String> sorted(ProjectFilter.Sort sort, boolean descending) {
        return numbers(new ProjectFilter(null, null, null, sort, descending));
    }

    @Test
    void issuesTheSameNumberOfStatementsForTenAndForTwoHundredRows() {
        scene.projects(200);
        var juror = assignedJuror(false, 2);
        Acting.as(juror);

        var ten = Statements.of(() -> projects.list(scene.competitionId, ProjectFilter.ALL, new PageRequest(0, 10)));
        var twoHundred =
                Statements.of(() -> projects.list(scene.competitionId, ProjectFilter.ALL, new PageRequest(0, 200)));

        assertThat(projects.list(scene.competitionId, ProjectFilter.ALL, new PageRequest(0, 200))
                        .items())
                .hasSize(200);
        assertThat(ten).isNotEmpty();
        assertThat(twoHundred).hasSameSizeAs(ten);
    }

    @Test
    void showsJurorsOnlyWhatTheyAreAssignedAndNotUnderAConflict() {
        var ids = scene.projects(3);
        var juror = assignedJuror(false, 1);
        var late = projects.enter(scene.competitionId, scene.project("4", null));
        Acting.as(juror);
        scene.bean(Conflicts.class).declare(ids.get(1), "my sister");

        assertThat(numbers(ProjectFilter.ALL)).containsExactly("1", "3");
        assertThat(projects.list(scene.competitionId, ProjectFilter.ALL, FIRST).total())
                .isEqualTo(2);
        assertThatThrownBy(() -> projects.get(late)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> projects.get(ids.get(1))).isInstanceOf(NotVisible.class);
        assertThat(projects.get(ids.get(0)).teamName()).isEqualTo("Team 1");
    }

    @Test
    void keepsTheTeamFromJurorsAndObserversInABlindRoundInViewSearchAndSort() {
        var member = scene.person("member", Role.APPLICANT);
        var ids = new ArrayList<>(projects.enterAll(
                scene.competitionId,
                List.of(
                        new NewProject("1", "One", "", null, null, "Zebra", List.of(member), true),
                        new NewProject("2", "Two", "", null, null, "Aardvark", List.of(), true))));
        var juror = assignedJuror(true, 1);
        var observer = scene.person("observer", Role.OBSERVER);

        for (var blind : List.of(juror, observer)) {
            Acting.as(blind);
            assertThat(projects.get(ids.getFirst()).teamName()).isNull();
            assertThat(projects.team(ids.getFirst())).isEmpty();
            assertThat(projects.list(scene.competitionId, ProjectFilter.ALL, FIRST)
                            .items())
                    .hasSize(2)
                    .allSatisfy(project -> assertThat(project.teamName()).isNull());
            assertThat(numbers(new ProjectFilter(null, null, "zebra", ProjectFilter.Sort.NUMBER)))
                    .isEmpty();
            assertThat(numbers(new ProjectFilter(null, null, null, ProjectFilter.Sort.TEAM)))
                    .containsExactly("1", "2");
        }
        Acting.as(scene.admin);
        assertThat(numbers(new ProjectFilter(null, null, "zebra", ProjectFilter.Sort.NUMBER)))
                .containsExactly("1");
        assertThat(numbers(new ProjectFilter(null, null, null, ProjectFilter.Sort.TEAM)))
                .containsExactly("2", "1");
        Acting.as(member);
        assertThat(projects.team(ids.getFirst()))
                .get()
                .satisfies(team -> assertThat(team.members())
                        .singleElement()
                        .satisfies(one -> assertThat(one.leads()).isTrue()));
    }

    @Test
    void keepsTheTeamFromAnAdminWhoIsAJurorOfTheBlindRound() {
        var ids = scene.projects(1);
        var juror = assignedJuror(true, 1);
        scene.bean(People.class).grant(juror, Role.PROGRAM_ADMIN, null, scene.competitionId);
        Acting.as(juror);

        assertThat(projects.get(ids.getFirst()).teamName()).isNull();
    }

    @Test
    void withdrawsOnceAndNeverMovesAWithdrawnProjectAgain() {
        var ids = scene.projects(2);
        projects.withdraw(ids.getFirst());

        assertThatThrownBy(() -> projects.withdraw(ids.getFirst())).isInstanceOf(ProjectEnded.class);
        lifecycle.move(ids, ProjectStatus.ADVANCED);
        lifecycle.move(ids, ProjectStatus.ADVANCED);

        assertThat(projects.get(ids.getFirst()).status()).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(projects.get(ids.getLast()).status()).isEqualTo(ProjectStatus.ADVANCED);
        assertThat(lifecycle.running(scene.competitionId)).containsExactly(ids.getLast());
        assertThat(events.stream(ProjectWithdrawn.class)).hasSize(1);
        assertThat(events.stream(ProjectsMoved.class)).singleElement().satisfies(event -> {
            assertThat(event.projectIds()).containsExactly(ids.getLast());
            assertThat(event.changes())
                    .containsEntry("status", new Change(ProjectStatus.SUBMITTED, ProjectStatus.ADVANCED));
        });
    }

    @Test
    void letsNobodyButOrganisersEnterProjects() {
        Acting.as(scene.person("observer", Role.OBSERVER));

        assertThatThrownBy(() -> projects.enter(scene.competitionId, scene.project("1", null)))
                .isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> projects.idsByNumber(scene.competitionId)).isInstanceOf(ActionForbidden.class);
    }

    private UUID assignedJuror(boolean blind, int jurors) {
        var roundId = scene.evaluationRound("r1", blind);
        var jury = scene.jury("j", jurors);
        scene.bean(Juries.class).seat(roundId, jury.id(), null, null);
        scene.admitted(roundId, lifecycle.running(scene.competitionId));
        scene.bean(AssignmentPlan.class).assignRound(roundId);
        return jury.persons().getFirst();
    }

    private List<String> places(List<NewProject> wrong) {
        var problem = catchThrowableOfType(InvalidInput.class, () -> projects.enterAll(scene.competitionId, wrong));
        return problem.findings().stream().map(Finding::place).toList();
    }

    private List<String> numbers(ProjectFilter filter) {
        return projects.list(scene.competitionId, filter, FIRST).items().stream()
                .map(ProjectView::number)
                .toList();
    }
}
