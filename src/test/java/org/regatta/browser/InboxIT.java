package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.Competitions;
import org.regatta.competition.Feedback;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.workflow.WaitingTasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What waits for whom, as a person meets it. */
@RegattaTest
class InboxIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private Scene scene;
    private WaitingTasks waiting;

    @BeforeEach
    void aCompetition() {
        scene = new Scene(context);
        waiting = new WaitingTasks(scene, scene.round("judging", RoundKind.INTAKE));
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void groupsWhatWaitsByUrgencyAndKeepsTheFilterInTheAddress() {
        var juror = juror("urgent@inbox.example");
        var projects = scene.projects(5);
        waiting.of(juror, projects.get(0), Duration.ofHours(-3));
        waiting.of(juror, projects.get(1), Duration.ofHours(20));
        waiting.of(juror, projects.get(2), Duration.ofDays(4));
        waiting.of(juror, projects.get(3), Duration.ofDays(20));
        waiting.of(juror, projects.get(4), null);
        waiting.done(waiting.of(juror, null, null));
        try (var visitor = visitor(Locale.ENGLISH).signIn("urgent@inbox.example", PASSWORD)) {
            var page = visitor.page();

            assertThat(page.textContent("h1")).isEqualTo("Five tasks wait for you; one is past the date");
            PlaywrightAssertions.assertThat(page.locator(".rg-panel table")).hasCount(5);
            assertThat(page.getAttribute("progress", "value")).isEqualTo("1");
            assertThat(page.getAttribute("progress", "max")).isEqualTo("6");
            for (var date :
                    page.locator(".rg-deadline time, .rg-inbox .rg-due time").allTextContents()) {
                assertThat(date)
                        .as("in the competition's zone, as its round says it")
                        .containsPattern(" CES?T ");
            }
            visitor.judge("inbox");

            page.click(".rg-pill:has-text('This week')");
            assertThat(visitor.path()).isEqualTo("/inbox?due=WEEK");
            PlaywrightAssertions.assertThat(page.locator(".rg-panel table")).hasCount(1);
            page.fill("#view-name", "Quiet week");
            page.click("button:has-text('Save view')");
            visitor.judge("inbox-view-saved");
            visitor.open("/inbox").page().click("a:has-text('Quiet week')");
            assertThat(visitor.path()).isEqualTo("/inbox?due=WEEK");
        }
    }

    @Test
    void countsAnewWithoutLoadingThePage() {
        var juror = juror("counting@inbox.example");
        var first = waiting.of(juror, null, Duration.ofHours(20));
        try (var visitor = visitor(Locale.ENGLISH).signIn("counting@inbox.example", PASSWORD)) {
            var page = visitor.page();
            page.evaluate("window.stays = true");
            waiting.of(juror, null, Duration.ofHours(30));
            waiting.of(juror, null, Duration.ofHours(40));
            waiting.done(first);

            page.waitForCondition(() -> {
                page.evaluate("dispatchEvent(new Event('focus'))");
                return page.textContent(".rg-progress .rg-figure").equals("1");
            });
            assertThat(page.textContent("h1")).startsWith("Two tasks");
            assertThat(page.textContent(".rg-progress")).contains("of 3 done");
            assertThat(page.evaluate("(({ value, max }) => value + '/' + max)(document.querySelector('progress'))"))
                    .isEqualTo("1/3");

            assertThat(page.textContent("nav [data-pulse=badge]")).isEqualTo("2");
            assertThat(page.textContent("[data-pulse=group-SOON]")).isEqualTo("2");
            PlaywrightAssertions.assertThat(page.locator("[data-pulse-news]")).isVisible();
            assertThat(page.evaluate("window.stays")).isEqualTo(true);
            visitor.judge("inbox-moved");
        }
    }

    @Test
    void staysOnThePageWhenTheSessionEnds() {
        juror("leaving@inbox.example");
        try (var visitor = visitor(Locale.ENGLISH).signIn("leaving@inbox.example", PASSWORD)) {
            var page = visitor.page();
            page.context().clearCookies();

            page.waitForCondition(() -> {
                page.evaluate("dispatchEvent(new Event('focus'))");
                return page.isVisible("[data-signed-out]");
            });

            assertThat(visitor.path()).isEqualTo("/inbox");
            visitor.judge("inbox-signed-out");
        }
    }

    @Test
    void worksByKeysAloneAndLetsThemBeTurnedOff() {
        var juror = juror("keys@inbox.example");
        waiting.of(juror, scene.projects(1).getFirst(), Duration.ofHours(20));
        waiting.of(juror, null, Duration.ofHours(21));
        try (var visitor = visitor(Locale.ENGLISH).signIn("keys@inbox.example", PASSWORD)) {
            var page = visitor.page();
            page.keyboard().press("?");
            PlaywrightAssertions.assertThat(page.locator("#keyhelp")).isVisible();
            visitor.judge("inbox-keys");
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Run round by hand");
            page.keyboard().press("k");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Project 1");

            page.click("[data-keys-switch]");
            visitor.open("/inbox").page().keyboard().press("n");
            page.keyboard().press("j");
            assertThat(visitor.path()).isEqualTo("/inbox");
            page.click("[data-keys-switch]");
            page.keyboard().press("n");
            page.waitForURL(url -> url.contains("/tasks/"));
        }
    }

    @Test
    void answersAlikeTasksTogetherAfterAPreview() {
        var second = another();
        var organiser = person("organiser@inbox.example", Role.PROGRAM_ADMIN);
        context.getBean(People.class).grant(organiser, Role.PROGRAM_ADMIN, null, second);
        start(scene.competitionId, second);
        try (var visitor = visitor(Locale.ENGLISH).signIn("organiser@inbox.example", PASSWORD)) {
            var page = visitor.page();
            assertThat(page.textContent("h1")).isEqualTo("Two tasks wait for you");
            visitor.open("/inbox?kind=approveEditionPlan").judge("inbox-together");
            page.locator("input[name=task]").all().forEach(box -> box.check());
            page.click("button:has-text('Answer the ticked ones')");
            assertThat(page.textContent("h1")).isEqualTo("2 tasks, one answer");
            visitor.judge("together-answer");
            page.check("input[value=approve]");
            page.click("button:has-text('See what would happen')");
            assertThat(page.textContent("h1")).isEqualTo("2 tasks would be completed");
            visitor.judge("together-preview");
            page.click("button:has-text('Complete 2 tasks')");
            assertThat(page.textContent("h1")).isEqualTo("2 tasks are completed");
            visitor.judge("together-result");
            // the next step of both: open the round
            page.waitForCondition(() -> visitor.open("/inbox?kind=openRound")
                            .page()
                            .locator("tr[data-row]")
                            .count()
                    == 2);
        }
    }

    @Test
    void ticksAlikeTasksOnAPhoneToo() {
        var second = another();
        var organiser = person("thumb@inbox.example", Role.PROGRAM_ADMIN);
        context.getBean(People.class).grant(organiser, Role.PROGRAM_ADMIN, null, second);
        start(scene.competitionId, second);
        try (var visitor = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)
                .signIn("thumb@inbox.example", PASSWORD)) {
            var page = visitor.open("/inbox?kind=approveEditionPlan").page();
            page.locator("input[name=task]").all().forEach(box -> box.check());
            page.click("button:has-text('Answer the ticked ones')");
            assertThat(page.textContent("h1")).isEqualTo("2 tasks, one answer");
        }
    }

    @Test
    void takesATaskOfTheGroupAndGivesItBack() {
        person("first@inbox.example", Role.PROGRAM_ADMIN);
        person("second@inbox.example", Role.PROGRAM_ADMIN);
        start(scene.competitionId);
        try (var one = visitor(Locale.ENGLISH).signIn("first@inbox.example", PASSWORD);
                var two = visitor(Locale.FRENCH).signIn("second@inbox.example", PASSWORD)) {
            two.judge("inbox-group-fr");
            two.open("/inbox/together");
            assertThat(two.page().textContent("main")).contains("Aucune tâche n’est choisie");
            two.judge("error-422-fr");
            two.open("/inbox");
            one.page().click("td button:has-text('Take it')");
            one.page().waitForURL(url -> url.contains("/tasks/"));
            assertThat(two.open("/inbox").page().textContent("h1")).isEqualTo("Rien ne vous attend");

            one.open("/inbox").judge("inbox-taken");
            one.page().click("td button:has-text('Give back')");
            assertThat(one.page().textContent("[role=status]")).contains("back with the group");
            PlaywrightAssertions.assertThat(two.open("/inbox").page().locator("tr[data-row]"))
                    .hasCount(1);
        }
    }

    /** A second competition of the same program. */
    private UUID another() {
        var second = context.getBean(Competitions.class)
                .create(new Competitions.NewCompetition(
                        scene.programId, "2027", "Second edition", "", ZoneId.of("Europe/Warsaw"), false));
        context.getBean(Rounds.class)
                .add(new NewRound(
                        second,
                        null,
                        "call",
                        "Call",
                        RoundKind.INTAKE,
                        null,
                        null,
                        Duration.ZERO,
                        false,
                        false,
                        Feedback.DECISION,
                        null,
                        null,
                        null));
        return second;
    }

    private void start(UUID... competitions) {
        for (var competition : competitions) {
            context.getBean(Competitions.class).start(competition);
        }
    }

    private UUID juror(String email) {
        return person(email, Role.JURY_MEMBER);
    }

    private UUID person(String email, Role role) {
        var people = context.getBean(People.class);
        var id = people.ensure(new NewPerson(email, "Ada Shore"));
        people.setPassword(id, PASSWORD);
        people.grant(id, role, null, scene.competitionId);
        return id;
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
