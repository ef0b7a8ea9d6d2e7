package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A juror's whole way by keys and by thumb, many in a row, without scripts, and while the server restarts. */
@RegattaTest
class JurorsWaysIT {

    private static final int THUMB = 44;
    /** What a juror has on a train, the evening before the deadline. */
    private static final int MANY = 40;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void goesFromTheSignInThroughTheInboxToTheSignOutByKeyboardAlone() {
        try (var juror = new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)) {
            goesTheWholeWay(juror, new Keyboard(juror.page()), () -> EvaluationPageIT.scoreWithKeys(juror));
        }
    }

    @Test
    void goesFromTheSignInThroughTheInboxToTheSignOutByThumb() {
        try (var juror = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)) {
            var page = juror.page();
            goesTheWholeWay(juror, new Thumb(page), () -> {
                thumbsMeet(page);
                tapAnswers(page);
                juror.picture("evaluate-thumb");
            });
        }
    }

    private void goesTheWholeWay(Visitor juror, Hands hands, Runnable scores) {
        var room = new JuryRoom(context, port, 4);
        room.edition.deadline(Duration.ofHours(30), Duration.ofHours(2));
        room.admit();
        var page = juror.open("/sign-in").page();
        hands.type("#username", room.juror + "@example.org");
        hands.type("#password", JuryRoom.PASSWORD);
        hands.go("button:has-text('Sign in'):not(:has-text('passkey'))");
        OrganisersTasks.until(juror, "main", "Four tasks wait");
        if (hands instanceof Keyboard) {
            GuidePicture.inBothLanguages(page, "juror-inbox", ".rg-next");
        }

        hands.go(".rg-next .btn");
        var first = page.url();
        scores.run();
        hands.type("#comment", "Saved by itself.");
        assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("CET");
        submits(page, hands);
        hands.go("[data-undo]");
        assertThat(page).hasURL(first);
        assertThat(page.locator("#comment")).hasValue("Saved by itself.");
        submits(page, hands);

        leaves(page, hands, "abstain", "I missed half of it.");
        leaves(page, hands, "recuse", "I advise them.");
        leaves(page, hands, "conflict", "My sister leads it.");
        hands.go("header a[href='/inbox']");
        assertThat(page.locator("h1")).hasText("Nothing waits for you");

        hands.go("header a[href='/evaluations']");
        hands.go("#list ~ * a.rg-title, table a.rg-title");
        assertThat(page).hasURL(first);
        assertThat(page.locator(".rg-answers")).containsText("A pilot that others have seen");
        hands.press("summary.rg-tool");
        hands.go("button:has-text('Sign out')");
        assertThat(juror.path()).startsWith("/sign-in");
        assertThat(room.ends()).containsExactlyInAnyOrder("SUBMITTED", "ABSTAINED", "RECUSED", "RECUSED");
    }

    /** Leads to the next open one. */
    private static void submits(Page page, Hands hands) {
        hands.press("[data-submit]");
        page.waitForURL("**?submitted=*");
    }

    private static void leaves(Page page, Hands hands, String way, String reason) {
        if (page.locator("[data-dialog=" + way + "]").count() == 0) {
            hands.go("header a[href='/inbox']");
            hands.go(".rg-next .btn");
        }
        hands.press("[data-dialog=" + way + "]");
        hands.type("#" + way + "-why", reason);
        hands.go("#" + way + " button[type=submit]");
        assertThat(page.locator("[role=status]").first()).isVisible();
    }

    private static void thumbsMeet(Page page) {
        for (var target : page.locator(
                        ".rg-scale label, [data-step], .rg-total button, .rg-neighbours a, .rg-neighbours button")
                .all()) {
            if (target.isVisible()) {
                assertThat(target.boundingBox().height).as(target.innerText()).isGreaterThanOrEqualTo(THUMB);
            }
        }
        assertThat(page.locator("[data-submit]")).isInViewport();
    }

    @Test
    void evaluatesFortyInARowWithoutLeavingTheKeyboard() {
        var room = new JuryRoom(context, port, MANY);
        try (var juror = room.at(0)) {
            var page = juror.page();
            for (int at = 0; at < MANY; at++) {
                page.waitForURL("**" + room.address(at) + "*");
                EvaluationPageIT.scoreWithKeys(juror);
                page.keyboard().press("Control+Enter");
            }
            allAreIn(page, room);
        }
    }

    @Test
    void evaluatesFortyInARowByThumb() {
        var room = new JuryRoom(context, port, MANY);
        try (var juror = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)) {
            var page = juror.signIn(room.juror + "@example.org", JuryRoom.PASSWORD)
                    .open(room.address(0))
                    .page();
            for (int at = 0; at < MANY; at++) {
                page.waitForURL("**" + room.address(at) + "*");
                tapAnswers(page);
                page.locator("[data-submit]").tap();
            }
            allAreIn(page, room);
        }
    }

    private static void tapAnswers(Page page) {
        page.locator("[data-criterion=impact] label").nth(3).tap();
        page.locator("[data-criterion=science] [data-step='1']").tap();
        page.locator("[data-criterion=maturity] label").nth(1).tap();
        page.locator("[data-criterion=local] label").first().tap();
        assertThat(page.locator("[data-remaining]")).hasText("Everything is scored");
    }

    private static void allAreIn(Page page, JuryRoom room) {
        page.waitForURL("**/evaluations?submitted=*");
        for (int at = 0; at < MANY; at++) {
            assertThat(room.stored(at, "state")).as("project %d", at).isEqualTo("SUBMITTED");
        }
    }

    @Test
    void savesAndHandsInWithoutScripts() {
        var room = new JuryRoom(context, port, 2);
        try (var juror = Visitor.withoutScripts(Chromium.running(), "http://localhost:" + port)) {
            var page = juror.signIn(room.juror + "@example.org", JuryRoom.PASSWORD)
                    .open(room.address(0))
                    .page();
            assertThat(page.locator("[data-step]").first()).isHidden();
            page.check("[data-criterion=impact] input[value='4']");
            page.fill("[data-criterion=science] input", "172.5");
            page.fill("#comment", "Written without a script.");
            page.click("[data-note-fold] summary");
            page.fill("#note", "Mine alone.");
            page.click("[data-save]");
            assertThat(page.locator("[role=status]").first()).containsText("Saved. It is a draft");
            assertThat(room.stored(0, "comment")).isEqualTo("Written without a script.");
            assertThat(page.locator("#note")).hasValue("Mine alone.");

            page.fill("#comment", "Not to be lost.");
            page.click("[data-submit]");
            assertThat(page.locator("[role=alert]").first()).containsText("Not saved");
            assertThat(page.locator("[data-criterion=science] [data-missing]")).containsText("out of range");
            assertThat(page.locator("[data-criterion=maturity] [data-missing]")).isVisible();
            assertThat(page.locator("#comment")).hasValue("Not to be lost.");
            juror.picture("evaluate-no-script");

            page.fill("[data-criterion=science] input", "72.5");
            page.check("[data-criterion=maturity] input[value=pilot]");
            page.check("[data-criterion=local] input[value=yes]");
            page.click("[data-submit]");
            page.waitForURL("**" + room.address(1) + "?submitted=*");
            assertThat(room.stored(0, "state")).isEqualTo("SUBMITTED");

            page.click("[data-dialog=abstain]");
            page.fill("#abstain-why", "I missed half of it.");
            page.click("#abstain button[type=submit]");
            assertThat(page.locator("[role=status]").first()).containsText("You have abstained");
        }
    }

    @Test
    void showsBothVersionsWithoutScriptsAndWhatCameTooLate() {
        var room = new JuryRoom(context, port, 1);
        try (var juror = Visitor.withoutScripts(Chromium.running(), "http://localhost:" + port)) {
            var page = juror.signIn(room.juror + "@example.org", JuryRoom.PASSWORD)
                    .open(room.address(0))
                    .page();
            var other = page.context().newPage();
            other.navigate(page.url());
            saves(other, "From the other window.");
            saves(page, "From this window.");
            assertThat(page.locator("#apart")).hasText("What the other window saved");
            assertThat(page.locator(".rg-copied").first()).containsText("From the other window.");
            assertThat(page.locator("#comment")).hasValue("From this window.");
            page.click("[data-save]");
            assertThat(room.stored(0, "comment")).isEqualTo("From this window.");

            room.run("update round set status = 'CLOSED' where id = ?", room.edition.roundId());
            saves(page, "Too late.");
            assertThat(page.locator("[role=alert]").first()).containsText("Not saved");
            assertThat(page.locator(".rg-copied").first()).containsText("Too late.");
            assertThat(room.stored(0, "comment")).isEqualTo("From this window.");
        }
    }

    @Test
    void outlivesARestartOfTheServerWithThePageOpen() {
        var room = new JuryRoom(context, port, 1);
        try (var juror = room.visitor(Locale.ENGLISH).signIn(room.juror + "@example.org", JuryRoom.PASSWORD)) {
            var page = juror.page();
            page.clock().install();
            juror.open(room.address(0));
            var asked = new AtomicInteger();
            page.route("**/draft", route -> {
                switch (asked.getAndIncrement()) {
                    case 0 -> route.abort("connectionrefused");
                    case 1 ->
                        route.fulfill(
                                new Route.FulfillOptions().setStatus(503).setBody("Bad gateway, said by a proxy."));
                    default -> route.resume();
                }
            });
            page.fill("#comment", "Typed while it restarted.");
            for (int times = 1; times <= 3; times++) {
                page.clock().fastForward(31_000);
                var wanted = times;
                page.waitForCondition(() -> asked.get() >= wanted);
            }
            assertThat(page.locator("[data-evaluation] [data-saved]")).containsText("CET");
            assertThat(room.stored(0, "comment")).isEqualTo("Typed while it restarted.");
        }
    }

    private static void saves(Page page, String comment) {
        page.fill("#comment", comment);
        page.click("[data-save]");
    }
}
