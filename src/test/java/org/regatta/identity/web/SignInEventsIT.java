package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.factor.Authenticator;
import org.regatta.identity.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written down about the ways in: whatever worked, and whatever failed. */
@RegattaTest
class SignInEventsIT {

    private static final String PASSWORD = "correct horse battery";
    private static final Pattern SECRET = Pattern.compile("rg-secret\">([A-Z2-7]{32})<");

    private static int addresses;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private String email;
    private String address;
    private UUID personId;
    private Browser browser;

    @BeforeEach
    void aPerson() {
        email = "events." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Ada Lovelace"));
        people.setPassword(personId, PASSWORD);
        browser = new Browser(port);
        address = "192.0.2." + ++addresses;
    }

    @Test
    void tellsOfACodeThatIsWrongAndOfOneThatIsRight() throws Exception {
        browser.signIn(email, PASSWORD);
        var found = SECRET.matcher(browser.get("/second-factor/set-up").body());
        assertThat(found.find()).isTrue();
        send(browser, "/second-factor/set-up", new Authenticator(found.group(1)).code(0));
        var again = new Browser(port);
        again.signIn(email, PASSWORD);
        assertThat(facts("identity.firstFactorPassed"))
                .singleElement()
                .asString()
                .contains("PASSWORD");
        assertThat(facts("identity.signedIn")).as("before the app was there").hasSize(1);

        send(again, "/second-factor", "000000");
        send(again, "/second-factor", "wrong-reco-very-code-wron-gone");
        assertThat(facts("identity.signInFailed")).hasSize(2).allMatch(one -> one.contains("SECOND_FACTOR"));
        assertThat(facts("identity.secondFactorPassed")).isEmpty();

        send(again, "/second-factor", new Authenticator(found.group(1)).code(1));
        assertThat(facts("identity.secondFactorPassed")).hasSize(1);
        assertThat(facts("identity.signedIn")).hasSize(2).last().asString().contains("SECOND_FACTOR");
    }

    @Test
    void tellsOnceThatSignInsAreRefusedWhileAnAccountIsLocked() throws Exception {
        for (int i = 0; i < 12; i++) {
            browser.signIn(email, "wrong password");
        }

        assertThat(facts("identity.signInFailed")).hasSize(5);
        assertThat(facts("identity.accountLocked")).hasSize(1);
        assertThat(facts("identity.signInsRefused")).singleElement().asString().contains("ACCOUNT");
    }

    @Test
    void tellsOfInvitationsAndSetUpLinksThatDoNotWork() throws Exception {
        var token = browser.csrf("/sign-in");

        var invited = browser.post("/invitation", Map.of("token", "wrong", "_csrf", token), "X-Forwarded-For", address);
        var first = browser.post(
                "/set-up",
                Map.of("token", "wrong", "email", "x", "name", "x", "password", "x", "_csrf", token),
                "X-Forwarded-For",
                address);

        assertThat(List.of(invited.statusCode(), first.statusCode())).containsOnly(404);
        assertThat(from(address)).containsExactlyInAnyOrder("INVITATION", "SET_UP");
    }

    @Test
    void tellsOfTokensThatDoNotWorkAndWhoseTheyWere() throws Exception {
        var expired =
                tokens.issue(personId, "old", Instant.now().plusSeconds(60)).secret();
        jdbc.sql("update api_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 day'"
                        + " where person_id = ?")
                .param(personId)
                .update();

        for (var secret : List.of("rgt_" + "x".repeat(43), "no token at all", expired)) {
            assertThat(browser.get("/api/v1/me", "Authorization", "Bearer " + secret, "X-Forwarded-For", address)
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(from(address)).containsExactly("API_TOKEN", "API_TOKEN", "API_TOKEN");
        assertThat(facts("identity.signInFailed")).singleElement().asString().contains("API_TOKEN");
    }

    private static void send(Browser browser, String page, String code) throws Exception {
        browser.post(page, Map.of("code", code, "_csrf", browser.csrf("/sign-in")));
    }

    private List<String> facts(String type) {
        return jdbc.sql("select cast(details as text) from audit_entry where type = :type and subject = :person order"
                        + " by id")
                .param("type", type)
                .param("person", personId.toString())
                .query(String.class)
                .list();
    }

    private List<String> from(String sender) {
        return jdbc.sql("""
            select e.details ->> 'way' from audit_entry e join audit_personal b on b.entry_id = e.id
             where e.type = 'identity.signInFailed' and b.via like '%' || :address || '"%' order by e.id\
            """).param("address", sender).query(String.class).list();
    }
}
