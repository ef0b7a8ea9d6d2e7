package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Statements;
import org.regatta.identity.Browser;
import org.regatta.identity.LetterDue;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Sealing;
import org.regatta.identity.link.MagicLinks;
import org.regatta.identity.link.OneTimeTokens;
import org.regatta.identity.link.Purpose;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;

/** Links that sign in, over real HTTP. */
@RegattaTest
class MagicLinkIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    MagicLinks links;

    @Autowired
    OneTimeTokens tokens;

    @Autowired
    Sealing sealing;

    @Autowired
    JdbcClient jdbc;

    private String email;
    private UUID personId;
    private Browser browser;

    @BeforeEach
    void aPerson() {
        email = "link." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Ada Lovelace"));
        browser = new Browser(port);
    }

    @Test
    void signsInOnceByTheButtonBehindALinkAndNotByOpeningIt() throws Exception {
        askForLink(email);
        var secret = secretMailed();

        var page = browser.get("/sign-in/link?token=" + secret);
        browser.get("/sign-in/link?token=" + secret);
        assertThat(page.body()).contains(secret);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);

        var session = browser.cookie("REGATTA");
        assertThat(use(browser, secret)).isEqualTo("/");
        assertThat(browser.cookie("REGATTA")).isNotEqualTo(session);
        assertThat(browser.get("/api/v1/me").body()).contains(email);

        var other = new Browser(port);
        assertThat(other.get("/sign-in/link?token=" + secret).body()).doesNotContain(secret);
        assertThat(use(other, secret)).endsWith("/sign-in?linkRefused");
        assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(entries("identity.signInLinkSent")).isEqualTo(1);
        assertThat(entries("identity.signedIn")).isEqualTo(1);
    }

    @Test
    void refusesForgedExpiredAndForeignLinksAndThoseOfClosedAccounts() throws Exception {
        var invitation = tokens.issue(Purpose.INVITATION, personId, null, Duration.ofDays(1));
        var expired = tokens.issue(Purpose.SIGN_IN, personId, null, Duration.ofSeconds(-1));
        var good = tokens.issue(Purpose.SIGN_IN, personId, null, Duration.ofDays(1));
        jdbc.sql("update person set enabled = false where id = :id")
                .param("id", personId)
                .update();

        for (var secret :
                List.of("A".repeat(43), "", "x".repeat(5_000), invitation.secret(), expired.secret(), good.secret())) {
            assertThat(use(browser, secret)).as(secret).endsWith("/sign-in?linkRefused");
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void answersAlikeWhetherAnAddressHasAnAccountAndSendsTheSameStatements() throws Exception {
        for (var address : List.of(email, "nobody." + email, "", "not an address", "x".repeat(10_000), "a\0b")) {
            assertThat(askForLink(address)).endsWith("/sign-in?linkSent");
        }

        var known = Statements.of(() -> links.generate(new GenerateOneTimeTokenRequest(email)));
        var unknown = Statements.of(() -> links.generate(new GenerateOneTimeTokenRequest("nobody." + email)));
        assertThat(known).isNotEmpty().isEqualTo(unknown);
    }

    @Test
    void refusesASixthLinkForOneMailboxWithinAQuarterOfAnHour() throws Exception {
        var ways = List.of(email, email.toUpperCase(Locale.ROOT), " " + email, email.replace("@", "\0@"), email + "\0");
        for (var typed : ways) {
            assertThat(askForLink(typed)).endsWith("/sign-in?linkSent");
        }
        var form = Map.of("username", email, "_csrf", browser.csrf("/sign-in"));

        var page = browser.post("/sign-in/send-link", form);
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 180L);
        assertThat(page.body()).contains("That was too often");
        var problem = browser.post("/sign-in/send-link", form, "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(429);
        assertThat(problem.body()).contains("\"code\":\"tooManyRequests\"");
        assertThat(problem.headers().firstValue("Retry-After")).isPresent();
    }

    private String askForLink(String address) throws Exception {
        return location(
                browser.post("/sign-in/send-link", Map.of("username", address, "_csrf", browser.csrf("/sign-in"))));
    }

    private String secretMailed() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(letters("Your link to sign in")).isEqualTo(1));
        var sealed = jdbc.sql("select sealed_link from notification where person_id = :id")
                .param("id", personId)
                .query(String.class)
                .single();
        var link = sealing.open(LetterDue.LINK, sealed);
        return link.substring(link.indexOf('=') + 1);
    }

    private String use(Browser in, String secret) throws Exception {
        return location(in.post("/sign-in/link", Map.of("token", secret, "_csrf", in.csrf("/sign-in"))));
    }

    private long letters(String subject) {
        return jdbc.sql("select count(*) from notification where person_id = :id and subject = :subject")
                .param("id", personId)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private long entries(String type) {
        return jdbc.sql("select count(*) from audit_entry where type = :type and subject = :subject")
                .param("type", type)
                .param("subject", personId.toString())
                .query(Long.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
