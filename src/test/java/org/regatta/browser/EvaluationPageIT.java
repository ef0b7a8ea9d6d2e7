package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A juror's way through evaluations, with the keyboard alone and with a thumb. */
@RegattaTest
class EvaluationPageIT {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void letsAJurorEvaluateProjectAfterProjectWithoutAMouse() {
        var room = new JuryRoom(context, port, 2);
        room.edition.deadline(Duration.ofHours(30), Duration.ofHours(2));
        try (var juror = room.at(0)) {
            var page = juror.page();
            assertThat(page.locator("h1")).hasText("Seagrass Ledger");
            assertThat(page.locator(".rg-course-line")).containsText("grace until");
            juror.judge("evaluate-fresh");

            page.keyboard().press("Control+Enter");
            assertThat(page.locator("[data-missing]:visible")).hasCount(4);
            juror.judge("evaluate-missing");

            scoreWithKeys(juror);
            page.keyboard().press("c");
            page.keyboard().type("Real evidence: j, k and 1 are letters here.");
            page.keyboard().press("Escape");
            page.keyboard().press("s");
            page.locator("[data-saved]:has-text('Saved')").waitFor();
            assertThat(page.locator("[data-saved]")).containsText("CET");
            assertThat(room.stored(0, "comment")).isEqualTo("Real evidence: j, k and 1 are letters here.");
            juror.judge("evaluate-saved");
            GuidePicture.inBothLanguages(page, "juror-evaluate", "h1");

            page.keyboard().press("Control+Enter");
            page.waitForURL("**" + room.address(1) + "?submitted=*");
            assertThat(page.locator("[data-toast]")).containsText("Seagrass Ledger");
            assertThat(room.stored(0, "state")).isEqualTo("SUBMITTED");
            assertThat(page.locator(".rg-progress")).containsText("1 of 2 handed in");
            page.focus("[data-undo]"); // whoever is about to undo is not hurried
            juror.judge("evaluate-submitted");
            if (GuidePicture.WANTED) {
                juror.open("/evaluations");
                GuidePicture.inBothLanguages(page, "juror-mine", "tbody tr");
            }
        }
    }

    @Test
    void takesBackTheLastEvaluationOfAllAndFindsItAsItWas() {
        var room = new JuryRoom(context, port, 1);
        try (var juror = room.at(0)) {
            var page = juror.page();
            scoreWithKeys(juror);
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/evaluations?submitted=*");
            assertThat(page.locator("h1")).hasText("My evaluations");
            page.keyboard().press("u");
            page.waitForURL("**" + room.address(0));
            assertThat(page.locator("[role=status]").first()).containsText("Taken back");
            assertThat(page.locator("[data-criterion=science] input")).hasValue("72.5");
            assertThat(page.locator("[data-criterion=impact] input:checked")).hasValue("4");
            assertThat(room.stored(0, "state")).isEqualTo("REOPENED");

            page.keyboard().press("Control+Enter");
            page.waitForURL("**/evaluations?submitted=*");
            room.run(
                    "update evaluation set submitted_at = submitted_at - interval '16 seconds' where assignment_id = ?",
                    room.assignments.getFirst());
            page.click("[data-undo]");
            assertThat(page.locator("h1")).hasText("It has moved on meanwhile");
            assertThat(room.stored(0, "state")).isEqualTo("SUBMITTED");
            juror.open(room.address(0)).judge("evaluate-read");
            juror.print("evaluation");
            assertThat(page.locator(".rg-answers")).containsText("A pilot that others have seen");
        }
    }

    @Test
    void countsTheTotalAsTheServerDoes() {
        var room = new JuryRoom(context, port, 1);
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.keyboard().press("4");
            assertThat(page.locator("[data-total]")).hasText("75");
            assertThat(page.locator("[data-remaining]")).hasText("so far; 3 criteria to score");
            page.locator("[data-criterion=science] input").fill("72.5");
            page.locator("[data-criterion=maturity] label").nth(1).click();
            page.locator("[data-criterion=local] label").first().click();
            assertThat(page.locator("[data-remaining]")).hasText("Everything is scored");
            var shown = page.textContent("[data-sum]");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/evaluations?submitted=*");

            assertThat(shown)
                    .endsWith(
                            "= " + room.stored(0, "total").replaceAll("0+$", "").replaceAll("\\.$", ""));
        }
    }

    @Test
    void listsItsKeysAndTurnsThemOff() {
        var room = new JuryRoom(context, port, 2);
        try (var juror = room.at(0)) {
            var page = juror.page();
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            juror.judge("evaluate-keys");
            page.locator("[data-keys-on]").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Escape");
            page.keyboard().press("4");
            assertThat(page.locator("[data-criterion=impact] input:checked")).hasCount(0);

            page.keyboard().press("?");
            page.locator("[data-keys-on]").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            page.waitForURL("**" + room.address(1));
            page.keyboard().press("k");
            page.waitForURL("**" + room.address(0));
        }
    }

    @Test
    void spellsOutWhatAbstainingRecusingAndAConflictMeanBeforeTheyHappen() {
        var room = new JuryRoom(context, port, 4);
        try (var juror = room.at(0)) {
            leaves(juror, "abstain", "I missed half of it.");
            assertThat(juror.page().locator("[role=status]").first()).containsText("You have abstained");
            assertThat(room.stored(0, "state")).isNull();
            leaves(juror, "recuse", "I know the founder’s sister.");
            assertThat(juror.page().locator("[role=status]").first()).containsText("off that project");
            leaves(juror, "conflict", "I advised them.");
            assertThat(juror.page().locator("h1")).hasText("Seagrass Ledger 3");

            juror.open("/evaluations").judge("evaluations-mine");
            assertThat(juror.page().locator("tbody tr")).hasCount(2);
            assertThat(juror.page().locator("tbody")).containsText("I missed half of it.");
            assertThat(juror.page().locator("main")).not().containsText("Kelp by Night");
            juror.open(room.address(2));
            assertThat(juror.page().locator("h1")).hasText("This page is not here");
        }
    }

    @Test
    void keepsPrivateNotesForTheirWriterAlone() {
        var room = new JuryRoom(context, port, 1);
        try (var juror = room.at(0)) {
            juror.page().keyboard().press("o");
            juror.page().keyboard().type("Ask in deliberation: who owns the cores?");
            assertThat(juror.page().locator("[data-note-saved]")).hasText("Saved");
            juror.page().reload();
            assertThat(juror.page().locator("#note")).hasValue("Ask in deliberation: who owns the cores?");
        }
    }

    @Test
    void sendsANoteOnceWhileItsAnswerIsOnItsWay() {
        var room = new JuryRoom(context, port, 2);
        try (var juror = room.at(0)) {
            var page = juror.page();
            var held = new ArrayList<Route>();
            var answers = new ArrayList<APIResponse>();
            page.route(
                    "**/note",
                    route -> {
                        answers.add(route.fetch());
                        held.add(route);
                    },
                    new Page.RouteOptions().setTimes(1));
            page.keyboard().press("o");
            page.keyboard().type("Ask");
            page.waitForCondition(() -> !held.isEmpty());
            page.keyboard().type(" the crew");
            page.locator("[data-go=next]").click();
            held.getFirst().fulfill(new Route.FulfillOptions().setResponse(answers.getFirst()));
            page.waitForURL(url -> !url.endsWith(room.address(0)));

            juror.open(room.address(0));
            assertThat(page.locator("#note")).hasValue("Ask the crew");
        }
    }

    @Test
    void holdsNamesOfAnyLengthAndScript() {
        var room = new JuryRoom(context, port, 3);
        room.run(
                "update project set title = ? where id = ?",
                "Unterseebootkabel".repeat(12).substring(0, 200),
                room.projects.get(0));
        room.run(
                "update project set title = 'سجل أعشاب البحر للمدن الساحلية الصغيرة', summary = 'نحن نقيس الكربون.' where id = ?",
                room.projects.get(1));
        room.run(
                "update project set title = '海草台帳、小さな港町のための炭素の記録', summary = '私たちは二つの湾で測りました。' where id = ?",
                room.projects.get(2));
        try (var juror = room.at(0)) {
            juror.judge("evaluate-long");
            juror.open(room.address(1)).judge("evaluate-arabic");
            juror.open(room.address(2)).judge("evaluate-japanese");
            juror.open("/evaluations").judge("evaluations-mine-scripts");
        }
    }

    @Test
    void speaksFrench() {
        var room = new JuryRoom(context, port, 2);
        try (var juror = room.visitor(Locale.FRENCH).signIn(room.juror + "@example.org", JuryRoom.PASSWORD)) {
            juror.open(room.address(0));
            scoreWithKeys(juror);
            assertThat(juror.page().locator("[data-remaining]")).hasText("Tout est noté");
            juror.judge("evaluate-fr");
            var science = juror.page().locator("[data-criterion=science] input");
            science.fill("72,5");
            juror.page().locator("[data-criterion=science] [data-step='1']").click();
            assertThat(science).hasValue("73");
            juror.page().locator("[data-criterion=science] [data-step='-1']").click();
            assertThat(science).hasValue("72,5");
            juror.page().click("[data-save]");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(room.stored(0, "scores")).contains("72.5"));
            juror.open(room.address(0));
            assertThat(science).hasValue("72,5");
            juror.open("/evaluations").judge("evaluations-mine-fr");
        }
    }

    private static void leaves(Visitor juror, String way, String reason) {
        var page = juror.page();
        page.click("[data-dialog=" + way + "]");
        juror.judge("evaluate-" + way);
        page.fill("#" + way + "-why", reason);
        page.locator("#" + way + " button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/" + way));
        page.locator("[data-evaluation]").waitFor();
    }

    /** Digits choose; a number is typed where a number is asked for; Enter goes on. */
    static void scoreWithKeys(Visitor juror) {
        var page = juror.page();
        page.locator("[data-criterion=impact] input").first().focus();
        page.keyboard().press("4");
        page.keyboard().type("72.5");
        page.keyboard().press("Enter");
        page.keyboard().press("2");
        page.keyboard().press("1");
        assertThat(page.locator("[data-criterion=local] input:checked")).hasValue("yes");
    }
}
