package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.LetterDue;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.Sealing;
import org.regatta.identity.factor.Authenticator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways in that people go once: an invitation, and a recovery code where the app is lost; by keyboard only. */
@RegattaTest
class RareWaysBrowserIT {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private Sealing sealing;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private Visitor visitor;
    private Keyboard keyboard;
    private String email;

    /** Links lead to the address of the deployment, which is not the one with the test's port. */
    @BeforeEach
    void atTheDoor() {
        email = "rare." + UUID.randomUUID() + "@example.org";
        browser = Chromium.launch("--host-resolver-rules=MAP localhost 127.0.0.1:" + port);
        visitor = new Visitor(browser, "http://localhost", Locale.ENGLISH);
        keyboard = new Keyboard(visitor.page());
    }

    @AfterEach
    void close() {
        Acting.asNobody();
        visitor.close();
        browser.close();
    }

    @Test
    void takesAnInvitedAccountOverAndSetsAPasswordByKeyboardAlone() {
        var scene = new Scene(context);
        var place = "'role': 'JURY_MEMBER', 'competitionId': '" + scene.competitionId + "'";
        var invited = new Api(context, scene.admin)
                .post(
                        "/invitations",
                        "{" + place + ", 'people': [{'email': 'new." + email + "', 'name': 'Zoë Ünal'}]}");
        var personId = UUID.fromString(invited.json().path("personIds").path(0).asText());

        visitor.page().navigate(linkMailed(personId));
        assertThat(visitor.page().locator("h1")).containsText("Zoë Ünal");
        visitor.judge("invitation");
        keyboard.tabTo("form[action='/invitation'] button");
        keyboard.enter("set-password");
        visitor.judge("invitation-set-password");
        keyboard.type("#password", "another horse battery");
        keyboard.leave();
        visitor.page().context().clearCookies();

        visitor.open("/sign-in");
        keyboard.type("#username", "new." + email);
        keyboard.type("#password", "another horse battery");
        keyboard.leave();
    }

    @Test
    void signsInWithARecoveryCodeByKeyboardAlone() {
        var person = people.ensure(new NewPerson(email, "Ada Shore"));
        people.setPassword(person, PASSWORD);
        people.grant(person, Role.OBSERVER, null, null);
        visitor.open("/sign-in");
        keyboard.type("#username", email);
        keyboard.type("#password", PASSWORD);
        keyboard.leave();
        visitor.open("/second-factor/set-up");
        keyboard.type("#code", new Authenticator(visitor.page().textContent(".rg-secret")).code(0));
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator(".rg-codes li")).hasCount(10);
        var code = visitor.page().locator(".rg-codes li").first().innerText().strip();
        visitor.page().context().clearCookies();

        visitor.open("/sign-in");
        keyboard.type("#username", email);
        keyboard.type("#password", PASSWORD);
        keyboard.enter("second-factor");
        keyboard.type("#code", "abcd-efgh-abcd-efgh-abcd-efgh");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("#code")).hasAttribute("aria-invalid", "true");
        visitor.judge("second-factor-wrong");
        keyboard.type("#code", code);
        keyboard.leave();
    }

    private String linkMailed(UUID personId) {
        var letter = "select sealed_link from notification where person_id = ? and sealed_link is not null";
        var sealed = Awaitility.await()
                .until(
                        () -> jdbc.sql(letter)
                                .param(personId)
                                .query(String.class)
                                .list(),
                        links -> links.size() == 1);
        return sealing.open(LetterDue.LINK, sealed.getFirst());
    }
}
