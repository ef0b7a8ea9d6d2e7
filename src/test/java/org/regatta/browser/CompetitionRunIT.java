package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A whole competition, from the upload of its bundle to the laureate, with nothing but a browser. Pages that have a test
 * of their own are judged there.
 */
@RegattaTest
@DirtiesContext
@TestPropertySource(properties = "stories=alone with its inbox")
class CompetitionRunIT {

    private static final String HALF_A_MOMENT = "Date and time must both be entered.";
    private static final String PASSWORD = "calm-water-2026";
    private static final List<String> JURORS = List.of("t1", "t2", "t3", "t4", "s1", "s2", "s3");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @TempDir
    private Path folder;

    @Test
    void runsFromTheBundleToTheLaureate() {
        grantOrganiser();
        try (var organiser = visitor(Locale.ENGLISH).signIn("organiser@" + BrowserBundle.DOMAIN, PASSWORD)) {
            namesWhatIsWrongWithABundle(organiser);
            var competition = imports(organiser);
            organiser.open(competition + "/projects").judge("projects");
            starts(organiser, competition);
            organiser.judge("inbox-organiser");
            completesFirstTask(organiser, "Approve edition plan", "task-approve-plan");
            // the call's opening time has passed, so that only the judging waits to be opened
            completesFirstTask(organiser, "Judging");
            scores();
            looksAtRankings(organiser);
            decides(organiser);
            closes(organiser, competition);
        }
    }

    private void namesWhatIsWrongWithABundle(Visitor organiser) {
        organiser.open("/imports").judge("imports");
        upload(organiser, true);
        until(organiser, "h1", "corrected");
        assertThat(organiser.page().textContent("table")).contains("projects.csv");
        organiser.judge("import-refused");
    }

    private String imports(Visitor organiser) {
        upload(organiser.open("/imports"), false);
        until(organiser, "h1", "Everything is in");
        organiser.judge("import-applied");
        organiser.page().click(".rg-head a.btn-primary");
        JURORS.forEach(juror ->
                people.setPassword(people.ensure(new NewPerson(juror + "@" + BrowserBundle.DOMAIN, juror)), PASSWORD));
        return organiser.path();
    }

    private void starts(Visitor organiser, String competition) {
        organiser.open(competition).page().click("summary.btn-primary");
        organiser.page().click(".rg-ask button");
        assertThat(organiser.page().textContent("[role=status]")).contains("The competition has started");
        until(organiser.open("/inbox"), "h1", "One task waits for you");
    }

    private void scores() {
        try (var juror = visitor(Locale.ENGLISH).signIn("t1@" + BrowserBundle.DOMAIN, PASSWORD)) {
            until(juror.open("/inbox"), "h1", "Six tasks wait for you");
            juror.judge("inbox-juror");
            juror.page().click(".rg-next a.btn");
            fillsInTheRubric(juror);
        }
        try (var juror = visitor(Locale.FRENCH).signIn("t1@" + BrowserBundle.DOMAIN, PASSWORD)) {
            until(juror.open("/inbox"), "h1", "Cinq tâches vous attendent");
            juror.judge("inbox-juror-fr");
            juror.page().click(".rg-next a.btn");
            juror.page().waitForSelector("[data-criterion]");
        }
        JURORS.forEach(this::handsInTheRest);
    }

    private void fillsInTheRubric(Visitor juror) {
        var page = juror.page();
        page.waitForSelector("[data-criterion=novelty]");
        page.click("[data-submit]");
        PlaywrightAssertions.assertThat(page.locator("[data-missing]:visible")).hasCount(4);

        page.fill("[data-criterion=novelty] input", "7.5");
        page.waitForSelector("[data-saved]:has-text('Saved')");
        page.reload();
        assertThat(page.inputValue("[data-criterion=novelty] input")).isEqualTo("7.5");

        page.fill("[data-criterion=impact] input", "60");
        page.locator("[data-criterion=maturity] label").nth(1).click();
        page.locator("[data-criterion=local] label").first().click();
        page.click("[data-submit]");
        page.waitForURL("**?submitted=*");
        assertThat(page.textContent("[data-toast]")).contains("Submitted");
        takesItBackOnce(juror);
    }

    /** The undo is a real act: the task is there again, with everything as it was. */
    private void takesItBackOnce(Visitor juror) {
        var page = juror.page();
        page.click("[data-undo]");
        page.waitForSelector("[role=status]:has-text('Taken back')");
        assertThat(page.inputValue("[data-criterion=novelty] input")).isEqualTo("7.5");
        until(juror.open("/inbox"), "h1", "Six tasks wait for you");
        assertThat(page.textContent("main")).contains("Revise evaluation");
        page.goBack();
        page.waitForSelector("[data-submit]");
        page.click("[data-submit]");
        page.waitForURL("**?submitted=*");
    }

    /** As the page does it, without showing every form. */
    private void handsInTheRest(String name) {
        try (var juror = visitor(Locale.ENGLISH).signIn(name + "@" + BrowserBundle.DOMAIN, PASSWORD)) {
            juror.open("/inbox");
            var answers = juror.page().evaluate("""
                    async (juror) => {
                      const header = document.querySelector('meta[name=csrf-header]').content;
                      const token = document.querySelector('meta[name=csrf-token]').content;
                      const tasks = [...document.querySelectorAll('tbody a.rg-title')].map((link) => link.pathname);
                      const seen = [];
                      for (const [at, task] of tasks.entries()) {
                        const body = { novelty: 1 + (at * 3 + juror) % 9, impact: 5 * ((at * 7 + juror) % 20), maturity: 'pilot', local: 'yes' };
                        const headers = { 'Content-Type': 'application/json', Accept: 'application/json', [header]: token };
                        const answer = await fetch(task + '/complete', { method: 'POST', headers, body: JSON.stringify(body) });
                        seen.push(answer.status);
                      }
                      return seen.every((status) => status === 200);
                    }""", JURORS.indexOf(name));
            assertThat(answers).isEqualTo(true);
            assertThat(juror.open("/inbox").page().textContent("h1")).isEqualTo("Nothing waits for you");
            if (name.equals(JURORS.getLast())) {
                takesBackTheLastOfTheRound(juror);
            }
        }
    }

    /** Everything is in, and the round closes when complete: it waits as long as somebody may still undo. */
    private void takesBackTheLastOfTheRound(Visitor juror) {
        var page = juror.open("/evaluations").page();
        page.click("tbody a.rg-title");
        page.click("form[action$='/take-back'] button");
        page.waitForSelector("[role=status]:has-text('Taken back')");
        page.click("[data-submit]");
        page.waitForURL("**/evaluations?submitted=*");
    }

    private void looksAtRankings(Visitor organiser) {
        until(organiser.open("/inbox"), "h1", "One task waits for you");
        organiser.page().click(".rg-next button");
        organiser.page().locator(".rg-head .rg-meta a").first().click();
        organiser.page().click("a[href$='/ranking']");
        assertThat(organiser.page().textContent("h1")).startsWith("12 projects");
        organiser.page().locator("tbody a.rg-title").first().click();
        assertThat(organiser.page().textContent("#steps")).isEqualTo("The arithmetic");
        organiser.judge("derivation");
        organiser.page().locator(".rg-head .rg-meta a").click();
        organiser.judge("project");
        completesFirstTask(organiser, "Approve ranking", "task-approve-ranking");
        completesFirstTask(organiser, "Shortlist");
    }

    private void decides(Visitor organiser) {
        until(organiser.open("/inbox"), "main", "Prepare decisions");
        organiser.page().click(".rg-next button");
        organiser.page().locator(".rg-head .rg-meta a").first().click();
        organiser.page().click("a[href$='/decisions'] >> nth=-1");
        var page = organiser.page();
        page.locator("select[name^=outcome-]").first().selectOption("AWARDED");
        page.click(".rg-total button");
        assertThat(page.textContent("[role=alert]")).contains("One row has to be corrected");
        page.locator("input[name^=place-]").first().fill("1");
        page.locator("input[name^=award-]").first().fill("Prize of the region, \"gold\"");
        page.locator("input[name^=reason-]").first().fill("Best of its category, and the jury agrees");
        page.click(".rg-total button");
        assertThat(page.textContent("[role=status]")).contains("The decisions are prepared");
        var decisions = organiser.path();
        completesFirstTask(organiser, "Prepare decisions");
        releasesLater(organiser, decisions);
        completesFirstTask(organiser, "Approve decisions");
    }

    /** Day and time in the competition's zone, then the plan is dropped again. */
    private static void releasesLater(Visitor organiser, String decisions) {
        opensFirstTask(organiser, "Approve decisions");
        var page = organiser.page();
        assertThat(page.textContent("[data-task-form]")).contains("Europe/");
        page.check(".fjs-form-field-radio input >> nth=1");
        var moment = page.locator(".fjs-form-field-datetime .fjs-input");
        moment.nth(0).fill("12/12/2035");
        page.keyboard().press("Enter");
        // the form has taken the day once it misses the time
        page.waitForSelector("text=" + HALF_A_MOMENT);
        moment.nth(1).fill("18:30");
        moment.nth(1).press("Tab");
        page.waitForCondition(() -> page.locator("text=" + HALF_A_MOMENT).count() == 0);
        organiser.judge("task-approve-decisions");
        page.click("button[data-complete]");
        page.waitForURL(url -> url.contains("?done"));
        until(organiser.open(decisions), "main", "12 Dec 2035, 18:30");
        page.click("summary:has-text('Cancel the release')");
        page.click("form[action$='/cancel-release'] button");
        completesFirstTask(organiser, "Prepare decisions");
    }

    private void closes(Visitor organiser, String competition) {
        completesFirstTask(organiser, "Close edition");
        until(organiser.open(competition), "main", "Closed");
        organiser.judge("competition-closed");
        organiser.open(competition + "/projects?status=AWARDED").page().click("tbody a.rg-title >> nth=0");
        assertThat(organiser.page().textContent("main")).contains("Place 1, Prize of the region, \"gold\"");
        organiser.judge("project-awarded");
        organiser.open(competition).page().click("a[href*='/scoring-policies/'] >> nth=0");
        assertThat(organiser.page().textContent("main")).contains("A project’s result is the median of its scores.");
        organiser.judge("scoring-policy");
        organiser.page().fill("#rules", "{\"aggregate\": {\"kind\": \"GUESS\"}}");
        organiser.page().click("main form .btn-primary");
        assertThat(organiser.page().textContent("[role=alert]")).contains("MEDIAN");
    }

    private static void completesFirstTask(Visitor visitor, String name, String picture) {
        opensFirstTask(visitor, name);
        visitor.judge(picture);
        completes(visitor.page());
    }

    /** Takes the task that comes first, answers with the first choice where there is one, and completes it. */
    private static void completesFirstTask(Visitor visitor, String name) {
        opensFirstTask(visitor, name);
        completes(visitor.page());
    }

    private static void opensFirstTask(Visitor visitor, String name) {
        until(visitor.open("/inbox"), "main", name);
        visitor.page().click(".rg-next .btn");
        visitor.page().waitForSelector("button[data-complete]:not([disabled])");
    }

    private static void completes(Page page) {
        var choices = page.locator(".fjs-form-field-radio input");
        if (choices.count() > 0) {
            choices.first().check();
        }
        page.click("button[data-complete]");
        page.waitForURL(url -> url.contains("?done"));
    }

    private void upload(Visitor organiser, boolean spoilt) {
        organiser.page().setInputFiles("#files", BrowserBundle.files(folder, spoilt));
        organiser.page().click("main .btn-primary");
        organiser.page().waitForLoadState(LoadState.LOAD);
    }

    /** Looks again until the process has moved on, for a minute at most. */
    private static void until(Visitor visitor, String where, String words) {
        var address = visitor.path();
        for (int look = 0; look < 200 && !visitor.page().textContent(where).contains(words); look++) {
            visitor.page().waitForTimeout(300);
            visitor.open(address);
        }
        assertThat(visitor.page().textContent(where)).contains(words);
    }

    private void grantOrganiser() {
        var id = people.ensure(new NewPerson("organiser@" + BrowserBundle.DOMAIN, "Oona Organiser"));
        people.setPassword(id, PASSWORD);
        people.grant(id, Role.SUPER_ADMIN, null, null);
        people.grant(id, Role.PROGRAM_ADMIN, null, null);
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
