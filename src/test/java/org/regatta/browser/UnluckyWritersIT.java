package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.competition.Competitions;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** When the sign-in ends under an applicant or an organiser who is writing, nothing that was typed is lost. */
@RegattaTest
class UnluckyWritersIT {

    private static final String WORDS = "We map seagrass with divers.";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private OpenCall open;

    @BeforeEach
    void aCallIsOpen() {
        open = new OpenCall(context);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void bringsAnApplicantBackToTheDraftWithEverythingInIt() {
        var email = unique("back");
        var project = open.draft("Seagrass Ledger", open.applicant(email));
        try (var visitor = visitor().signIn(email, OpenCall.PASSWORD)) {
            var page = visitor.open("/projects/" + project + "/write").page();
            page.context().clearCookies();
            page.fill("#summary", WORDS);
            assertThat(page.locator("[data-expired]")).isVisible();
            visitor.judge("write-expired");

            page.click("[data-expired] a");
            signsInAgain(page, email);
            page.waitForURL("**/projects/" + project + "/write");
            assertThat(page.locator("#summary")).hasValue(WORDS);
            assertThat(page.locator("[data-saved]")).containsText("Saved");
            assertThat(summary(project)).isEqualTo(WORDS);
        }
    }

    @Test
    void goesOnWithAnApplicantsDraftWhenTheySignedInAgainInAnotherWindow() {
        var email = unique("on");
        var project = open.draft("Seagrass Ledger", open.applicant(email));
        try (var visitor = visitor().signIn(email, OpenCall.PASSWORD)) {
            var page = visitor.open("/projects/" + project + "/write").page();
            signsInElsewhere(page, email);

            page.fill("#summary", WORDS);
            assertThat(page.locator("[data-saved]")).containsText("Saved");
            assertThat(summary(project)).isEqualTo(WORDS);
            page.click("button:has-text('Save and look at it')");
            page.waitForURL("**/projects/" + project);
        }
    }

    @Test
    void bringsAnOrganiserBackToTheTaskWithEverythingInIt() {
        var email = organiser();
        try (var visitor = visitor().signIn(email, OpenCall.PASSWORD)) {
            var page = visitor.page();
            var task = task(page);
            page.context().clearCookies();
            page.fill("textarea", WORDS);
            assertThat(page.locator("[data-expired]")).isVisible();
            visitor.judge("task-expired");

            page.click("[data-expired] a");
            signsInAgain(page, email);
            page.waitForURL(task);
            assertThat(page.locator("textarea")).hasValue(WORDS);
            page.click("label:has-text('Approve')");
            page.click("button:has-text('Complete')");
            page.waitForURL(Pattern.compile("\\?done"));
            assertThat(page.evaluate(
                            "Object.keys(localStorage).filter((key) => key.startsWith('regatta.text.')).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void completesAnOrganisersTaskWhenTheySignedInAgainInAnotherWindow() {
        var email = organiser();
        try (var visitor = visitor().signIn(email, OpenCall.PASSWORD)) {
            var page = visitor.page();
            task(page);
            signsInElsewhere(page, email);

            page.fill("textarea", WORDS);
            page.click("label:has-text('Approve')");
            page.click("button:has-text('Complete')");
            page.waitForURL(Pattern.compile("\\?done"));
        }
    }

    @Test
    void bringsAnOrganiserBackToTheSetUpWithWhatWasTyped() {
        var email = organiser();
        var rounds = "/competitions/" + open.scene.competitionId + "/setup/rounds";
        try (var visitor = visitor().signIn(email, OpenCall.PASSWORD)) {
            var page = visitor.open(rounds).page();
            page.fill("#roundName", "Second look");
            page.selectOption("#kind", "EVALUATION");
            page.context().clearCookies();
            page.click("main form button:has-text('Save')");
            page.waitForURL("**/sign-in");
            signsInAgain(page, email);
            page.waitForURL("**" + rounds);
            assertThat(page.locator("[data-kept]")).isVisible();
            assertThat(page.locator("#roundName")).hasValue("Second look");
            assertThat(page.locator("#kind")).hasValue("EVALUATION");
            visitor.judge("setup-kept");

            page.click("main form button:has-text('Save')");
            assertThat(page.locator("[data-done]")).isVisible();
            assertThat(page.locator("#roundName")).hasValue("");
            assertThat(page.locator("[data-kept]")).isHidden();
        }
    }

    @Test
    void warnsAnApplicantWhoLeavesBeforeTheDraftIsKept() {
        var email = unique("leaves");
        var project = open.draft("Seagrass Ledger", open.applicant(email));
        try (var visitor = visitor().signIn(email, OpenCall.PASSWORD)) {
            var page = visitor.open("/projects/" + project + "/write").page();
            page.route("**/draft", route -> route.abort());
            page.locator("#summary").pressSequentially(WORDS);
            visitor.staysWhenAsked(() -> page.click(".rg-nav a"));
            page.unroute("**/draft");
            assertThat(page.locator("[data-saved]")).containsText("Saved");
            page.click(".rg-nav a");
            page.waitForURL(url -> !url.endsWith("/write"));
        }
    }

    /** Somebody with the role whose competition waits for the approval of its plan. */
    private String organiser() {
        var people = context.getBean(People.class);
        people.setPassword(open.scene.admin, OpenCall.PASSWORD);
        open.sql("update competition set status = 'DRAFT' where id = ?", open.scene.competitionId);
        open.sql("update round set status = 'PLANNED', opened_at = null where id = ?", open.call);
        context.getBean(Competitions.class).start(open.scene.competitionId);
        return open.scene
                .rows()
                .sql("select email from person where id = ?")
                .param(open.scene.admin)
                .query(String.class)
                .single();
    }

    /** Opens the task, its own. */
    private String task(Page page) {
        page.navigate(
                "http://localhost:" + port + "/inbox?kind=approveEditionPlan&competition=" + open.scene.competitionId);
        page.click("td button:has-text('Take it')");
        page.waitForURL("**/tasks/**");
        assertThat(page.locator("textarea")).isVisible();
        return page.url();
    }

    private void signsInElsewhere(Page page, String email) {
        page.context().clearCookies();
        var other = page.context().newPage();
        other.navigate("http://localhost:" + port + "/sign-in");
        signsInAgain(other, email);
        other.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void signsInAgain(Page page, String email) {
        page.fill("#username", email);
        page.fill("#password", OpenCall.PASSWORD);
        page.click("form[data-way=password] button");
    }

    private String summary(UUID project) {
        return open.scene
                .rows()
                .sql("select summary from project where id = ?")
                .param(project)
                .query(String.class)
                .single();
    }

    private static String unique(String name) {
        return name + "." + UUID.randomUUID() + "@unlucky.example";
    }

    private Visitor visitor() {
        return new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH);
    }
}
