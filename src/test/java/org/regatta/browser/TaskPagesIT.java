package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.evaluation.Edition;
import org.regatta.evaluation.Evaluations;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.project.Participations;
import org.regatta.rubric.ScoreValue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task in each of its states, as organisers meet it. */
@RegattaTest
class TaskPagesIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void isToBeTakenThenDoneAndStaysReadable() {
        var scene = new Scene(context);
        scene.round("judging", RoundKind.INTAKE);
        context.getBean(People.class).setPassword(scene.admin, PASSWORD);
        context.getBean(Competitions.class).start(scene.competitionId);
        try (var organiser = visitor(email(scene.admin))) {
            var page = organiser.page();
            organiser.open("/inbox?competition=" + scene.competitionId);
            page.click("tbody a.rg-title");
            assertThat(page.locator(".rg-rubric")).containsText("Take it, and nobody else works on it");
            organiser.judge("task-shared");
            page.click("button:has-text('Take this task')");
            page.click("label:has-text('Approve')");
            var task = organiser.path();
            page.click("button:has-text('Complete')");
            page.waitForURL(Pattern.compile("\\?done"));

            organiser.open(task);
            assertThat(page.locator(".rg-rubric")).containsText("This task was completed on");
            organiser.judge("task-completed");
            organiser.open("/inbox?due=OVERDUE&competition=" + scene.competitionId);
            assertThat(page.locator(".rg-empty")).isVisible();
            organiser.judge("inbox-none");
        }
    }

    @Test
    void namesTheJurorsWhoCouldReadAProjectOnWhichTwoDisagree() {
        var edition = Edition.open(database);
        var organiser = edition.person(Role.PROGRAM_ADMIN);
        var readers = List.of(edition.juror(), edition.juror());
        edition.juror();
        var project = edition.project();
        var assignments =
                readers.stream().map(one -> edition.assign(project, one)).toList();
        context.getBean(People.class).setPassword(organiser, PASSWORD);
        Acting.as(organiser);
        context.getBean(DiscrepancyRules.class).watch(edition.roundId(), 40);
        context.getBean(Participations.class).admit(edition.roundId(), List.of(project));
        waitFor("scoreProject", project);
        for (var at : List.of(0, 1)) {
            Acting.as(readers.get(at));
            context.getBean(Evaluations.class)
                    .submit(assignments.get(at), Map.of("points", ScoreValue.of(at == 0 ? "5" : "15")), "");
        }
        waitFor("appointThirdReader", project);
        try (var visitor = visitor(email(organiser))) {
            visitor.open("/inbox?kind=appointThirdReader&round=" + edition.roundId());
            visitor.page().click("td button:has-text('Take it')");
            visitor.page().waitForSelector(".fjs-container :is(select, [role=combobox], input)");
            visitor.judge("task-third-reader");
        }
    }

    private void waitFor(String taskKey, UUID project) {
        Awaitility.await(taskKey)
                .until(() -> database.sql(
                                "select exists (select 1 from inbox_task where task_key = ? and project_id = ? and state = 'OPEN')")
                        .params(taskKey, project)
                        .query(Boolean.class)
                        .single());
    }

    private String email(UUID person) {
        return database.sql("select email from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private Visitor visitor(String email) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH).signIn(email, PASSWORD);
    }
}
