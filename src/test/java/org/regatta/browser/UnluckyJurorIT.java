package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whatever goes wrong while a juror writes, nothing that was typed is lost. */
@RegattaTest
class UnluckyJurorIT {

    private static final String WORDS = "The mooring ban is real evidence.";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private JuryRoom room;

    @BeforeEach
    void aJurorHasTwoProjects() {
        room = new JuryRoom(context, port, 2);
    }

    @Test
    void losesNothingWhenTheConnectionIsCutTwice() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            for (int cut = 1; cut <= 2; cut++) {
                page.context().setOffline(true);
                page.fill("#comment", WORDS + " " + cut);
                page.locator("[data-criterion=impact] label").nth(cut).click();
                assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("Kept in this browser");
                if (cut == 1) {
                    juror.judge("evaluate-offline");
                }
                page.context().setOffline(false);
                saved(page);
                assertThat(room.stored(0, "comment")).isEqualTo(WORDS + " " + cut);
                assertThat(room.stored(0, "scores")).contains("\"number\": " + (cut + 1));
            }
            assertThat(copies(page)).isEqualTo(0);
        }
    }

    @Test
    void saysThatNothingWasSubmittedWithoutAConnectionAndKeepsEverything() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            EvaluationPageIT.scoreWithKeys(juror);
            saved(page);
            page.context().setOffline(true);
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("[data-trouble-title]")).hasText("The server does not answer");
            juror.judge("evaluate-offline-submit");
            page.context().setOffline(false);
            page.keyboard().press("Control+Enter");
            page.waitForURL("**?submitted=*");
            assertThat(room.stored(0, "state")).isEqualTo("SUBMITTED");
        }
    }

    @Test
    void takesALostAnswerForWhatItIs() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.route("**/draft", route -> {
                route.fetch();
                route.abort();
            });
            page.fill("#comment", WORDS);
            assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("Kept in this browser");
            assertThat(room.stored(0, "comment")).isEqualTo(WORDS);
            page.unroute("**/draft");
            page.fill("#comment", WORDS + " And more.");
            saved(page);
            assertThat(page.locator("#both")).isHidden();
            assertThat(room.stored(0, "comment")).isEqualTo(WORDS + " And more.");
        }
    }

    @Test
    void bringsTheDraftBackAfterTheBrowserWasClosedWithoutAConnection() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.route("**/draft", route -> route.abort());
            page.fill("#comment", WORDS);
            assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("Kept in this browser");
            juror.staysWhenAsked(() -> page.click(".rg-nav a"));
            page.close();

            var later = juror.page().context().newPage();
            later.navigate("http://localhost:" + port + "/evaluations");
            assertThat(later.locator("[data-unsent]")).containsText("Seagrass Ledger");
            later.click("[data-unsent-list] a");
            saved(later);
            assertThat(later.locator("#comment")).hasValue(WORDS);
            assertThat(room.stored(0, "comment")).isEqualTo(WORDS);
            assertThat(copies(later)).isEqualTo(0);
        }
    }

    @Test
    void keepsTheDraftOverAnExpiredSignInAndComesBackToTheSamePage() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.fill("#comment", "Before.");
            saved(page);
            page.context().clearCookies();
            page.fill("#comment", WORDS);
            assertThat(page.locator("[data-trouble-title]")).hasText("You are signed out");
            juror.judge("evaluate-expired");

            page.click("[data-trouble-sign-in]");
            page.fill("#username", room.juror + "@example.org");
            page.fill("#password", JuryRoom.PASSWORD);
            page.click("form[data-way=password] button");
            page.waitForURL("**" + room.address(0));
            assertThat(page.locator("#comment")).hasValue(WORDS);
            saved(page);
            assertThat(room.stored(0, "comment")).isEqualTo(WORDS);
        }
    }

    @Test
    void goesOnByItselfWhenSomebodySignedInAgainInAnotherWindow() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.context().clearCookies();
            var other = page.context().newPage();
            other.navigate("http://localhost:" + port + "/sign-in");
            other.fill("#username", room.juror + "@example.org");
            other.fill("#password", JuryRoom.PASSWORD);
            other.click("form[data-way=password] button");
            other.waitForURL("**/inbox");

            page.fill("#comment", WORDS);
            saved(page);
            assertThat(room.stored(0, "comment")).isEqualTo(WORDS);
        }
    }

    @Test
    void showsBothTextsWhenTwoWindowsMeetAndLetsTheJurorChoose() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            var other = page.context().newPage();
            other.navigate("http://localhost:" + port + room.address(0));
            other.fill("#comment", "From the phone.");
            other.locator("[data-criterion=impact] label").nth(4).click();
            saved(other);

            page.fill("#comment", WORDS);
            page.locator("[data-criterion=impact] label").first().click();
            page.locator("#both").waitFor();
            assertThat(page.locator("#both")).containsText("From the phone.");
            assertThat(page.locator("#both")).containsText(WORDS);
            juror.judge("evaluate-both");
            page.locator("#both fieldset").first().locator("label").nth(1).click();
            page.click("[data-both-save]");
            saved(page);

            assertThat(room.stored(0, "comment")).isEqualTo(WORDS);
            assertThat(room.stored(0, "scores")).contains("\"impact\": {\"number\": 5}");
        }
    }

    @Test
    void keepsWhatWasTypedToBeReadAndCopiedWhenTheRoundClosesMeanwhile() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.fill("#comment", "Saved before.");
            saved(page);
            room.edition.status("CLOSED");
            page.fill("#comment", WORDS);
            assertThat(page.locator("[data-trouble]")).containsText("The round is closed");
            assertThat(page.locator("#comment")).hasValue(WORDS);
            assertThat(page.locator("[data-submit]")).isDisabled();
            juror.judge("evaluate-closed");

            page.reload();
            assertThat(page.locator(".rg-answers")).containsText("Saved before.");
            assertThat(page.locator("[data-left-over-text]")).containsText(WORDS);
            juror.judge("evaluate-left-over");
            page.click("[data-forget-left-over]");
            page.reload();
            assertThat(page.locator("[data-left-over]")).isHidden();
        }
    }

    @Test
    void noticesThatTheDeadlinePassedByASecondWithoutHidingAnything() {
        room.edition.deadline(Duration.ofSeconds(-10), Duration.ofHours(1));
        try (var juror = room.at(0)) {
            var page = juror.page();
            assertThat(page.locator(".rg-course-line")).containsText("grace until");
            page.fill("#comment", WORDS);
            saved(page);
            room.edition.deadline(Duration.ofSeconds(-11), Duration.ofSeconds(10));
            page.fill("#comment", WORDS + " One word more.");
            assertThat(page.locator("[data-trouble]")).containsText("Deadline and grace have passed");
            assertThat(page.locator("#comment")).hasValue(WORDS + " One word more.");
            assertThat(room.stored(0, "comment")).isEqualTo(WORDS);
        }
    }

    @Test
    void leavesNothingInTheBrowserBehindASignOut() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.route("**/draft", route -> route.abort());
            page.fill("#comment", WORDS);
            assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("Kept in this browser");
            page.click(".rg-account summary");
            page.click(".rg-account button");
            page.waitForURL("**/evaluations?unsent");
            juror.judge("evaluations-unsent");
            page.click("[data-forget-all]");
            page.click(".rg-account summary");
            page.click(".rg-account button");
            page.waitForURL("**/sign-in?signedOut");
            assertThat(copies(page)).isEqualTo(0);
        }
    }

    @Test
    void keepsTheTextUntilTheServerHasTakenAnAbstention() {
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.route("**/draft", route -> route.abort());
            page.fill("#comment", WORDS);
            assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("Kept in this browser");
            var busy = new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("text/html")
                    .setBody("<p>busy");
            page.route("**/abstain", route -> route.fulfill(busy), new Page.RouteOptions().setTimes(1));
            abstain(page);
            page.waitForURL("**/abstain");
            assertThat(copies(page)).isEqualTo(1);

            juror.open(room.address(0));
            assertThat(page.locator("#comment")).hasValue(WORDS);
            abstain(page);
            page.waitForURL("**" + room.address(1));
            assertThat(copies(page)).isEqualTo(0);
        }
    }

    private static void abstain(Page page) {
        page.click("[data-dialog=abstain]");
        page.fill("#abstain-why", "I missed half of it.");
        page.click("#abstain button[type=submit]");
    }

    private static void saved(Page page) {
        assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("CET");
        page.waitForFunction("Object.keys(localStorage).every((key) => !key.startsWith('regatta.draft.'))");
    }

    private static Object copies(Page page) {
        return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('regatta.draft.')).length");
    }
}
