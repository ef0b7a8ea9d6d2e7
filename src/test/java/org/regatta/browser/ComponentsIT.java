package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.ops.DemoAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The living page: every piece of the visual language in both colour modes and widths, and its behaviour. */
@RegattaTest
@DirtiesContext
@ActiveProfiles({"test", "components"})
class ComponentsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Test
    void showsEveryPieceAndLetsTheDialogBeLeftByKey() {
        var id = people.ensure(new NewPerson("pieces@regatta.example", "Ada Shore"));
        people.setPassword(id, "calm-water-2026");
        people.grant(id, Role.OBSERVER, null, null);
        people.grant(id, Role.APPLICANT, null, null);
        people.grant(id, Role.JURY_MEMBER, null, null);
        try (var visitor = new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)) {
            visitor.signIn("pieces@regatta.example", "calm-water-2026").open("/components");
            var page = visitor.page();
            PlaywrightAssertions.assertThat(page.locator(".rg-toast")).hasCount(1);
            page.hover(".rg-toast"); // stays while it is read
            visitor.judge("components");

            page.focus("a:has-text('Withdraw project…')");
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("dialog#withdraw")).isVisible();
            visitor.judge("components-dialog");
            page.keyboard().press("Escape");
            assertThat(page.isVisible("dialog#withdraw")).isFalse();
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Withdraw project…");

            visitor.open("/components?ask=withdraw");
            PlaywrightAssertions.assertThat(page.locator("dialog#withdraw")).isVisible();
            page.keyboard().press("Escape");

            page.click(".rg-account summary");
            visitor.judge("desks");
            page.click(".rg-desks a:has-text('Observer')");
            page.waitForURL(url -> url.endsWith("/observe"));
            visitor.open("/");
            assertThat(visitor.path()).as("the desk of the primary role").isEqualTo("/inbox");
        }
    }

    @Test
    void signsInAsADemoPersonByOneClick() {
        var id = people.ensure(new NewPerson("juror@" + DemoAccounts.DOMAIN, "Jonas Juror"));
        people.setPassword(id, DemoAccounts.PASSWORD);
        people.grant(id, Role.JURY_MEMBER, null, null);
        try (var visitor = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)) {
            visitor.open("/sign-in").judge("sign-in-demo");
            new Thumb(visitor.page()).go("button:has-text('Jonas Juror')");
            assertThat(visitor.path()).isEqualTo("/inbox");
            assertThat(visitor.page().textContent(".rg-account")).contains("Jonas Juror");
        }
    }
}
