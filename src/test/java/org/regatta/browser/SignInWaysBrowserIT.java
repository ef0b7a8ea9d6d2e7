package org.regatta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.LetterDue;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.Sealing;
import org.regatta.identity.factor.Authenticator;
import org.regatta.identity.password.Passwords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.SerializationUtils;

/** Every way in, by keyboard only; passkeys by Chromium's virtual authenticator. */
@RegattaTest
class SignInWaysBrowserIT {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Sealing sealing;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private Visitor visitor;
    private Keyboard keyboard;
    private String email;
    private UUID personId;

    /** Passkeys belong to the address of the deployment, which is not the one with the test's port. */
    @BeforeEach
    void aPersonAtTheDoor() {
        email = "keys." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Ada Shore"));
        people.setPassword(personId, PASSWORD);
        people.grant(personId, Role.OBSERVER, null, null);
        browser = Chromium.launch("--host-resolver-rules=MAP localhost 127.0.0.1:" + port);
        visitor = new Visitor(browser, "http://localhost", Locale.ENGLISH);
        keyboard = new Keyboard(visitor.page());
    }

    @AfterEach
    void close() {
        visitor.close();
        browser.close();
    }

    @Test
    void makesAPasskeyAndSignsInWithItByKeyboardAlone() {
        authenticator();
        visitor.open("/sign-in");
        keyboard.type("#username", email);
        keyboard.type("#password", PASSWORD);
        keyboard.leave();

        visitor.open("/security/passkeys/new");
        visitor.judge("passkey-new");
        keyboard.type("#passkey-name", "Work laptop");
        keyboard.enter("localhost/security", "passkeys");
        assertThat(visitor.page().locator("main")).containsText("Work laptop");
        visitor.judge("security");
        visitor.page().context().clearCookies();

        signInBeforeThePageHasItsChallenge();
        assertThat(jdbc.sql("select count(*) from passkey where person_id = :id and last_used_at is not null")
                        .param("id", personId)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        visitor.open("/security");
        keyboard.tabTo("form[action*=passkeys] button");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("[role=status]")).containsText("removed");
        visitor.page().context().clearCookies();
        visitor.open("/sign-in");
        keyboard.tabTo("[data-passkey-sign-in] button");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("[data-passkey-said]")).containsText("did not sign you in");
    }

    /** The page asks for a challenge by itself, to offer passkeys; whoever presses the button is quicker here. */
    private void signInBeforeThePageHasItsChallenge() {
        var challenges = "**/webauthn/authenticate/options";
        var asked = new ArrayList<Route>();
        visitor.page().route(challenges, asked::add);
        visitor.open("/sign-in");
        visitor.page().waitForCondition(() -> !asked.isEmpty());
        keyboard.tabTo("[data-passkey-sign-in] button");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("[data-passkey-sign-in] button")).isDisabled();
        assertThat(asked)
                .as("challenges asked for at once: the server knows the last only")
                .hasSize(1);
        visitor.page().unroute(challenges);
        asked.getFirst().resume();
        visitor.page().waitForURL(url -> !url.contains("sign-in"));
    }

    @Test
    void signsInByALinkAndSetsAFirstPasswordByKeyboardAlone() {
        passwords.require(personId);
        visitor.open("/sign-in");
        keyboard.type("#mail", email);
        keyboard.enter("linkSent");
        visitor.judge("sign-in-link-sent");

        visitor.page().navigate(linkMailed());
        visitor.judge("sign-in-link");
        keyboard.tabTo("form[action=\"/sign-in/link\"] button");
        keyboard.enter("set-password");
        keyboard.type("#password", "short");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("#password-says")).containsText("too short");
        visitor.judge("set-password");
        keyboard.type("#password", "another horse battery");
        keyboard.leave();

        visitor.open("/confirm-sign-in");
        visitor.judge("confirm-sign-in");
        keyboard.type("#password", "another horse battery");
        keyboard.leave();
    }

    @Test
    void setsUpAnAuthenticatorAppAndConfirmsWhatWasSentTooLateByKeyboardAlone() {
        visitor.open("/sign-in");
        keyboard.type("#username", email);
        keyboard.type("#password", PASSWORD);
        keyboard.leave();
        visitor.open("/second-factor/set-up");
        visitor.judge("factor-set-up");
        var app = new Authenticator(visitor.page().textContent(".rg-secret"));
        keyboard.type("#code", app.code(0));
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator(".rg-codes li")).hasCount(10);
        visitor.judge("recovery-codes");

        visitor.open("/account/tokens");
        keyboard.type("#name", "Nightly export");
        aQuarterOfAnHourPasses();
        keyboard.enter("confirm-sign-in");
        keyboard.type("#password", PASSWORD);
        keyboard.enter("second-factor");
        visitor.judge("second-factor");
        keyboard.type("#code", app.code(1));
        keyboard.enter("go-on");
        visitor.judge("go-on");
        keyboard.tabTo("form[action='/account/tokens'] button");
        keyboard.enter("account/tokens");
        assertThat(visitor.page().locator("main")).containsText("Nightly export");
    }

    /** What a session notes is serialised: an old moment in the place of the sign-in's. */
    private void aQuarterOfAnHourPasses() {
        jdbc.sql("""
                        update spring_session_attributes a set attribute_bytes = :bytes
                          from spring_session s
                         where s.primary_id = a.session_primary_id and s.principal_name = :person
                           and a.attribute_name = 'regatta.signedInAt'
                        """)
                .param("bytes", SerializationUtils.serialize(Instant.EPOCH))
                .param("person", personId.toString())
                .update();
    }

    private void authenticator() {
        var page = visitor.page();
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var authenticator = new JsonObject();
        authenticator.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    private String linkMailed() {
        Awaitility.await().untilAsserted(() -> assertThat(links()).isEqualTo(1));
        return sealing.open(
                LetterDue.LINK,
                jdbc.sql("select sealed_link from notification where person_id = :id")
                        .param("id", personId)
                        .query(String.class)
                        .single());
    }

    private long links() {
        return jdbc.sql("select count(*) from notification where person_id = :id and sealed_link is not null")
                .param("id", personId)
                .query(Long.class)
                .single();
    }
}
