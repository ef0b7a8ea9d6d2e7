package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.ConflictKind;
import org.regatta.jury.Conflicts;
import org.regatta.project.Projects;
import org.regatta.project.Projects.ProjectChange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What somebody reads who was not there and changes nothing. */
@RegattaTest
class ObserverIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private Scene scene;
    private UUID judging;
    private UUID deliberation;
    private List<UUID> projects;

    @BeforeEach
    void aCompetitionRan() {
        scene = new Scene(context);
        judging = scene.evaluationRound("judging", true);
        deliberation = scene.round("deliberation", RoundKind.DELIBERATION);
        projects = scene.admitted(judging, scene.projects(2));
        var juror =
                context.getBean(People.class).ensure(new NewPerson("j." + judging + "@example.org", "Hidden Juror"));
        for (var project : projects) {
            happened(project, juror);
            context.getBean(Projects.class)
                    .change(project, was -> new ProjectChange("Project of " + project, "", null, null));
        }
        scene.rows()
                .sql("update round set status = 'OPEN' where id = ?")
                .param(deliberation)
                .update();
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void readsEverythingOfTheProgramAndFindsNothingToChange() {
        person("reads@observer.example", Role.OBSERVER);
        try (var visitor = visitor(Locale.ENGLISH).signIn("reads@observer.example", PASSWORD)) {
            assertThat(visitor.path()).isEqualTo("/observe");
            assertThat(visitor.page().locator("main section h2").allTextContents())
                    .hasSize(1);
            visitor.judge("observe");
            if (GuidePicture.WANTED) {
                GuidePicture.named(scene);
                visitor.open("/observe");
                GuidePicture.inBothLanguages(visitor.page(), "observer-overview", "main section");
                visitor.open("/audit?competition=" + scene.competitionId);
                GuidePicture.inBothLanguages(visitor.page(), "observer-audit", ".rg-listed");
            }
            visitor.open("/competitions").judge("competitions");
            var project = "/projects/" + projects.getFirst();
            for (var path : List.of(
                    "/observe",
                    "/competitions",
                    "/competitions/" + scene.competitionId,
                    "/competitions/" + scene.competitionId + "/projects",
                    "/competitions/" + scene.competitionId + "/history",
                    "/rounds/" + judging,
                    "/rounds/" + deliberation,
                    "/rounds/" + deliberation + "/decisions",
                    project,
                    project + "/history")) {
                var answer = visitor.page().navigate("http://localhost:" + port + path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                PlaywrightAssertions.assertThat(visitor.page().locator("main form[method=post]"))
                        .hasCount(0);
            }
        }
    }

    @Test
    void goesFromTheProgramsToTheLastEntryOfTheLogByKeyboardAlone() {
        person("keys@observer.example", Role.OBSERVER);
        try (var visitor = visitor(Locale.ENGLISH).signIn("keys@observer.example", PASSWORD)) {
            goesToTheLastEntry(visitor, new Keyboard(visitor.page()), visitor::judge);
            visitor.page().goBack();
            visitor.print("history");
        }
    }

    @Test
    void goesFromTheProgramsToTheLastEntryOfTheLogByThumb() {
        person("thumb@observer.example", Role.OBSERVER);
        try (var visitor = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)
                .signIn("thumb@observer.example", PASSWORD)) {
            goesToTheLastEntry(visitor, new Thumb(visitor.page()), visitor::fitsHere);
        }
    }

    private void goesToTheLastEntry(Visitor visitor, Hands hands, Consumer<String> looks) {
        var page = visitor.page();
        hands.go("main h2 a");
        hands.go("#board-rounds a:has-text('judging')");
        assertThat(page.textContent("h1")).isEqualTo("Round judging");
        hands.go(".rg-crumbs a");
        hands.go("main a.btn:has-text('Projects')");
        hands.go("tbody a.rg-title");
        hands.go("a[href$='/history']");
        var all = page.locator("tbody tr").allTextContents();
        assertThat(all).hasSize(6);
        assertThat(String.join(" ", all))
                .contains(
                        "Projects entered",
                        "Projects admitted to a round",
                        "Score project → Record evaluated",
                        "“Score project” completed",
                        "Project changed");
        looks.accept("history");
        hands.go(".rg-pill:has-text('Tasks')");
        assertThat(visitor.path()).endsWith("/history?show=TASKS");
        PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(2);

        hands.go("a:has-text('In the audit log')");
        hands.press("tbody summary");
        PlaywrightAssertions.assertThat(page.locator("tbody dl").first()).isVisible();
        looks.accept("audit");
        hands.type("#person", "Nobody Of That Name");
        hands.go(".rg-filters button");
        looks.accept("audit-empty");
        hands.go(".rg-listed a.rg-pill:has-text('Competition:')");
        assertThat(visitor.path()).doesNotContain("competition=");
        hands.go(".rg-nav a:has-text('Observe')");
        hands.go("main a:has-text('Who did what')");
        looks.accept("history-competition");
    }

    @Test
    void readsWhatWasBeforeAndAfterAChangeAndFindsItAgain() {
        Acting.as(scene.admin);
        var summary = "The buoys drift with the tide. ".repeat(40).strip();
        context.getBean(Projects.class)
                .change(
                        projects.getFirst(),
                        was -> new ProjectChange(
                                "Ångström–Łódź harbour light ".repeat(6).strip(), summary, "Sea", "NO"));
        context.getBean(Rounds.class).extendDeadline(judging, Instant.parse("2036-01-01T12:00:00Z"));
        person("changes@observer.example", Role.PROGRAM_ADMIN);
        try (var visitor = visitor(Locale.ENGLISH).signIn("changes@observer.example", PASSWORD)) {
            var page = visitor.page();
            visitor.open("/audit?competition=" + scene.competitionId);
            var deadline = page.locator("tbody tr:has-text('Deadline extended')");
            deadline.locator("summary").click();
            assertThat(deadline.locator("del").textContent()).startsWith("Mon 1 Jan 2035");
            assertThat(deadline.locator("ins").textContent()).startsWith("Tue 1 Jan 2036");
            var words = page.locator("tbody tr:has-text('Project changed')").first();
            words.locator("summary").click();
            assertThat(words.locator("ins").allTextContents()).contains(summary, "Sea", "NO");
            visitor.judge("audit-changes");

            page.fill("#subject", "1");
            page.click(".rg-filters button");
            PlaywrightAssertions.assertThat(page.locator("tbody tr:has-text('Project changed')"))
                    .hasCount(2);
            var entered = page.locator("tbody tr:has-text('Projects entered')");
            PlaywrightAssertions.assertThat(entered).hasCount(1);
            entered.locator("summary").click();
            assertThat(entered.locator("dt:text-is('projectIds') + dd").textContent())
                    .as("projects by their numbers")
                    .matches("\\d+(, \\d+)*");
        }
    }

    @Test
    void namesNoJurorOfABlindRoundToObserversButToWhoeverRunsIt() {
        person("blind@observer.example", Role.OBSERVER);
        person("runs@observer.example", Role.PROGRAM_ADMIN);
        var path = "/projects/" + projects.getFirst() + "/history";
        try (var observer = visitor(Locale.ENGLISH).signIn("blind@observer.example", PASSWORD);
                var organiser = visitor(Locale.FRENCH).signIn("runs@observer.example", PASSWORD)) {
            assertThat(observer.open(path).page().textContent("main")).doesNotContain("Hidden Juror");
            assertThat(organiser.open(path).page().textContent("main")).contains("Hidden Juror");
            organiser.judge("history-fr");
        }
    }

    @Test
    void keepsWhatAConflictOfInterestClosesFromObserversToo() {
        var observer = person("conflict@observer.example", Role.OBSERVER);
        Acting.as(scene.admin);
        context.getBean(Conflicts.class).record(projects.getFirst(), observer, ConflictKind.DECLARED, "kin");
        try (var visitor = visitor(Locale.ENGLISH).signIn("conflict@observer.example", PASSWORD)) {
            visitor.open("/projects/" + projects.getFirst() + "/history");
            PlaywrightAssertions.assertThat(visitor.page().locator("table")).hasCount(0);
            assertThat(visitor.page().textContent("h1")).isEqualTo("You may not do this");
            visitor.judge("history-refused");
            visitor.open("/competitions/" + scene.competitionId + "/history");
            assertThat(visitor.page().textContent("main"))
                    .doesNotContain(projects.getFirst().toString());
        }
    }

    @Test
    void showsThesePagesToNobodyWithoutTheRight() {
        person("juror@observer.example", Role.JURY_MEMBER);
        person("team@observer.example", Role.APPLICANT);
        var elsewhere = new Scene(context);
        for (var email : List.of("juror@observer.example", "team@observer.example")) {
            try (var visitor = visitor(Locale.ENGLISH).signIn(email, PASSWORD)) {
                assertThat(status(visitor, "/observe")).isEqualTo(403);
                assertThat(status(visitor, "/competitions/" + scene.competitionId + "/history"))
                        .isEqualTo(403);
                assertThat(status(visitor, "/projects/" + projects.getFirst() + "/history"))
                        .isEqualTo(404);
                assertThat(status(visitor, "/competitions/" + elsewhere.competitionId + "/history"))
                        .isEqualTo(404);
                // the living page of the visual language is there in the local profile only
                assertThat(status(visitor, "/components")).isEqualTo(404);
            }
        }
    }

    private int status(Visitor visitor, String path) {
        return visitor.page().request().get("http://localhost:" + port + path).status();
    }

    private void happened(UUID project, UUID juror) {
        var key = judging + ":" + project;
        scene.rows().sql("""
                        insert into flow_taken (process_instance_id, execution_id, process_key, process_version, business_key,
                            flow_id, source_id, target_id, taken_at)
                        values (:key, :key, 'evaluateProject', 1, :key, 'toRecordEvaluated', 'scoreProject', 'recordEvaluated', now())""").param("key", key.substring(0, 60)).update();
        scene.rows()
                .sql("update flow_taken set business_key = ? where business_key = ?")
                .params(List.of(key, key.substring(0, 60)))
                .update();
        scene.rows()
                .sql("""
                        insert into inbox_task (task_id, process_key, task_key, name, business_key, process_instance_id,
                            round_id, project_id, assignee, state, created_at, ended_at, completed_by)
                        values (:id, 'evaluateProject', 'scoreProject', 'Score project', :key, :id, :round, :project,
                            :juror, 'COMPLETED', now(), now(), :juror)""")
                .param("id", UUID.randomUUID().toString())
                .param("key", key)
                .param("round", judging)
                .param("project", project)
                .param("juror", juror)
                .update();
    }

    private UUID person(String email, Role role) {
        Acting.as(scene.admin);
        var people = context.getBean(People.class);
        var id = people.ensure(new NewPerson(email, "Olaf Shore"));
        people.setPassword(id, PASSWORD);
        people.grant(id, role, null, scene.competitionId);
        return id;
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
