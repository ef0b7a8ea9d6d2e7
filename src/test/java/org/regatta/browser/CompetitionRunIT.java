package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.browser.OrganisersTasks.until;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
 * A whole competition, from the upload of its bundle to the laureate, with nothing but a browser, and the organiser with
 * nothing but its keyboard. Pages that have a test of their own are judged there.
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

    private Hands hands;
    private OrganisersTasks tasks;

    @Test
    void runsFromTheBundleToTheLaureate() {
        grantOrganiser();
        try (var organiser = visitor(Locale.ENGLISH).signIn("organiser@" + BrowserBundle.DOMAIN, PASSWORD)) {
            hands = new Keyboard(organiser.page());
            tasks = new OrganisersTasks(organiser, hands);
            namesWhatIsWrongWithABundle(organiser);
            var competition = imports(organiser);
            organiser.open(competition + "/projects").judge("projects");
            starts(organiser, competition);
            completesFirstTask(organiser, "Approve edition plan", "task-approve-plan");
            // the call's opening time has passed, so that only the judging waits to be opened
            tasks.completesFirst("Judging");
            scores();
            looksAtRankings(organiser);
            decides(organiser);
            closes(organiser, competition);
        }
    }

    private void namesWhatIsWrongWithABundle(Visitor organiser) {
        organiser.open("/imports").judge("imports");
        upload(true);
        until(organiser, "h1", "corrected");
        assertThat(organiser.page().textContent("table")).contains("projects.csv");
        organiser.judge("import-refused");
    }

    private String imports(Visitor organiser) {
        organiser.open("/imports");
        upload(false);
        until(organiser, "h1", "Everything is in");
        organiser.judge("import-applied");
        hands.go(".rg-head a.btn-primary");
        JURORS.forEach(juror ->
                people.setPassword(people.ensure(new NewPerson(juror + "@" + BrowserBundle.DOMAIN, juror)), PASSWORD));
        return organiser.path();
    }

    private void starts(Visitor organiser, String competition) {
        organiser.open(competition);
        hands.press("summary.btn-primary");
        hands.go(".rg-ask button");
        assertThat(organiser.page().textContent("[role=status]")).contains("The competition has started");
        until(organiser.open("/inbox"), "h1", "One task waits for you");
    }

    private void scores() {
        try (var juror = visitor(Locale.ENGLISH).signIn("t1@" + BrowserBundle.DOMAIN, PASSWORD)) {
            until(juror.open("/inbox"), "h1", "Six tasks wait for you");
            juror.page().click(".rg-next a.btn");
            fillsInTheRubric(juror);
        }
        try (var juror = visitor(Locale.FRENCH).signIn("t1@" + BrowserBundle.DOMAIN, PASSWORD)) {
            until(juror.open("/inbox"), "h1", "Cinq tâches vous attendent");
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
        hands.go(".rg-next button");
        hands.go(".rg-head .rg-meta a");
        hands.go("a[href$='/ranking']");
        assertThat(organiser.page().textContent("h1")).startsWith("12 projects");
        hands.press("tbody a.rg-title");
        assertThat(organiser.page().textContent("#steps")).isEqualTo("The arithmetic");
        hands.go(".rg-head .rg-meta a");
        tasks.opensFirst("Approve ranking");
        onAPhone("Approve ranking");
        tasks.completesFirst("Shortlist");
    }

    private void decides(Visitor organiser) {
        until(organiser.open("/inbox"), "main", "Prepare decisions");
        hands.go(".rg-next button");
        hands.go(".rg-head .rg-meta a");
        hands.go("a[href$='/decisions'] >> nth=-1");
        var page = organiser.page();
        hands.choose("select[name^=outcome-]", "Awarded");
        hands.go(".rg-total button");
        assertThat(page.textContent("[role=alert]")).contains("One row has to be corrected");
        hands.type("input[name^=place-]", "1");
        hands.type("input[name^=award-]", "Prize of the region, \"gold\"");
        hands.type("input[name^=reason-]", "Best of its category, and the jury agrees");
        hands.go(".rg-total button");
        assertThat(page.textContent("[role=status]")).contains("The decisions are prepared");
        var decisions = organiser.path();
        tasks.completesFirst("Prepare decisions");
        releasesLater(organiser, decisions);
        onAPhone("Approve decisions");
    }

    /** The same organiser, on the way home. */
    private void onAPhone(String task) {
        try (var phone = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)
                .signIn("organiser@" + BrowserBundle.DOMAIN, PASSWORD)) {
            new OrganisersTasks(phone, new Thumb(phone.page())).completesFirst(task);
        }
    }

    /** Day and time in the competition's zone, then the plan is dropped again. */
    private void releasesLater(Visitor organiser, String decisions) {
        tasks.opensFirst("Approve decisions");
        var page = organiser.page();
        assertThat(page.textContent("[data-task-form]")).contains("Europe/");
        hands.press(".fjs-form-field-radio input >> nth=1");
        var moment = ".fjs-form-field-datetime .fjs-input >> nth=";
        hands.type(moment + 0, "12/12/2035");
        page.keyboard().press("Enter");
        // the form has taken the day once it misses the time
        page.waitForSelector("text=" + HALF_A_MOMENT);
        hands.type(moment + 1, "18:30");
        page.keyboard().press("Tab");
        page.waitForCondition(() -> page.locator("text=" + HALF_A_MOMENT).count() == 0);
        organiser.judge("task-approve-decisions");
        hands.press("button[data-complete]");
        page.waitForURL(url -> url.contains("?done"));
        until(organiser.open(decisions), "main", "12 Dec 2035, 18:30");
        hands.press("summary:has-text('Cancel the release')");
        hands.go("form[action$='/cancel-release'] button");
        tasks.completesFirst("Prepare decisions");
    }

    private void closes(Visitor organiser, String competition) {
        tasks.completesFirst("Close edition");
        until(organiser.open(competition), "main", "Closed");
        organiser.judge("competition-closed");
        organiser.open(competition);
        hands.go("main a.btn:has-text('Projects')");
        hands.choose("#status", "Awarded");
        hands.go(".rg-filters button");
        hands.go("tbody a.rg-title");
        assertThat(organiser.page().textContent("main")).contains("Place 1, Prize of the region, \"gold\"");
        organiser.judge("project-awarded");
        organiser.open(competition);
        hands.go("a[href*='/scoring-policies/']");
        assertThat(organiser.page().textContent("main")).contains("A project’s result is the median of its scores.");
        organiser.judge("scoring-policy");
        hands.type("#rules", "{\"aggregate\": {\"kind\": \"GUESS\"}}");
        hands.go("main form .btn-primary");
        assertThat(organiser.page().textContent("[role=alert]")).contains("MEDIAN");
    }

    private void completesFirstTask(Visitor organiser, String name, String picture) {
        tasks.opensFirst(name);
        organiser.judge(picture);
        tasks.completes();
    }

    private void upload(boolean spoilt) {
        hands.give("#files", BrowserBundle.files(folder, spoilt));
        hands.go("main .btn-primary");
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
