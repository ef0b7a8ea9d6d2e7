package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What stays in the browser of somebody who writes: nothing after a sign-out or a save; texts of others stay. */
@RegattaTest
class SignOutIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void asksAboutWhatHasNotReachedTheServerAndLeavesOtherPeoplesTextsAlone() {
        var open = new OpenCall(context);
        var project = open.draft("Harbour Heat", open.applicant("out@team.example"));
        try (var visitor = new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)) {
            var page = visitor.signIn("out@team.example", OpenCall.PASSWORD).page();
            var agrees = new AtomicBoolean();
            page.onDialog(dialog -> {
                if (agrees.get() || dialog.type().equals("beforeunload")) {
                    dialog.accept();
                } else {
                    dialog.dismiss();
                }
            });
            var elsewhere = "regatta.text." + UUID.randomUUID() + "." + project;
            page.evaluate("key => localStorage.setItem(key, '{\"summary\":\"not hers\",\"version\":0}')", elsewhere);
            visitor.open("/projects/" + project + "/write");
            page.route("**/draft", route -> route.abort());
            page.fill("#summary", "Written in a tunnel");
            assertThat(page.locator("[data-saved]")).hasClass(Pattern.compile("rg-saved--local"));

            page.navigate("http://localhost:" + port + "/account");
            signOut(page);
            page.waitForURL("**/projects/" + project + "/write");
            assertThat(page.locator("#summary")).hasValue("Written in a tunnel");
            signOut(page);
            assertThat(texts(page)).isEqualTo(2);
            assertThat(page.locator("[aria-busy]")).hasCount(0);

            agrees.set(true);
            signOut(page);
            page.waitForURL("**/sign-in?signedOut");
            assertThat(texts(page)).isEqualTo(1);
            assertThat(page.evaluate("key => localStorage.getItem(key)", elsewhere)
                            .toString())
                    .contains("not hers");
        }
    }

    @Test
    void forgetsATextOnceItHasReachedTheServer() {
        var open = new OpenCall(context);
        var project = open.draft("Harbour Heat", open.applicant("in@team.example"));
        try (var visitor = new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)) {
            var page = visitor.signIn("in@team.example", OpenCall.PASSWORD).page();
            visitor.open("/projects/" + project + "/write");
            var busy = new Route.FulfillOptions().setStatus(503);
            page.route("**/draft", route -> route.fulfill(busy), new Page.RouteOptions().setTimes(1));
            page.fill("#summary", "Written to a busy server");
            assertThat(page.locator("[data-saved]")).hasClass(Pattern.compile("rg-saved--bad"));
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(page.locator("[data-saved]")).containsText("Saved");

            page.click("main form button[type=submit]");
            page.waitForURL("**/projects/" + project);
            assertThat(texts(page)).isEqualTo(0);
        }
    }

    private static void signOut(Page page) {
        page.evaluate("document.querySelector('.rg-account').open = true");
        page.click("form[action$='/sign-out'] button");
    }

    private static Object texts(Page page) {
        return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('regatta.text.')).length");
    }
}
