package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.session.Devices;
import org.regatta.shared.DomainEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** The devices of a person: which are listed, and what ends them. */
@RegattaTest
class DevicesIT {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Devices devices;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> postgresSessions;

    private String email;
    private UUID personId;
    private Browser browser;

    @BeforeEach
    void aPerson() {
        email = "device." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Ada Lovelace"));
        people.setPassword(personId, PASSWORD);
        people.grant(personId, Role.OBSERVER, null, null);
        browser = new Browser(port);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void listsDevicesEndsOneOfThemAndAllOfThem() throws Exception {
        var phone = new Browser(port);
        browser.signIn(email, PASSWORD);
        phone.signIn(email, PASSWORD);

        Acting.as(personId);
        var mine = devices.own(null);
        assertThat(mine)
                .hasSize(2)
                .allSatisfy(device -> assertThat(device.address()).isNotEmpty());
        var page = browser.get("/security").body();
        assertThat(page).contains("This device");

        var other = between(page, "/security/devices/", "/end");
        assertThat(location(browser.post(
                        "/security/devices/" + other + "/end", Map.of("_csrf", browser.csrf("/security")))))
                .endsWith("/security");
        assertThat(phone.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(browser.post(
                                "/security/devices/" + UUID.randomUUID() + "/end",
                                Map.of("_csrf", browser.csrf("/security")))
                        .statusCode())
                .isEqualTo(404);

        phone.signIn(email, PASSWORD);
        browser.post("/security/devices/end", Map.of("_csrf", browser.csrf("/security")));
        assertThat(phone.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void knowsADeviceWholeHoweverTheDatabaseJoinsItsRows() throws Exception {
        var phone = new Browser(port);
        phone.signIn(email, PASSWORD);
        browser.signIn(email, PASSWORD);
        try (var database = dataSource.getConnection();
                var change = database.createStatement()) {
            // two sessions whose rows lie mixed, read in the order in which they lie
            change.execute("update spring_session_attributes set attribute_bytes = attribute_bytes"
                    + " where attribute_name = 'regatta.device'");
            change.execute("set enable_nestloop = off");
            change.execute("set enable_mergejoin = off");
            change.execute("set enable_indexscan = off");
            change.execute("set enable_bitmapscan = off");
            var one = new SingleConnectionDataSource(database, true);
            var sessions = new JdbcIndexedSessionRepository(
                    new JdbcTemplate(one), new TransactionTemplate(new DataSourceTransactionManager(one)));
            postgresSessions.customize(sessions);
            assertThat(attributes(sessions))
                    .hasSize(2)
                    .allSatisfy(names ->
                            assertThat(names).contains("regatta.device", "regatta.agent", "regatta.signedInAt"));
            change.execute("reset all");
        }
    }

    @Test
    void writesOnceAMinuteThatSomebodyIsThereHoweverOftenTheyClick() throws Exception {
        browser.signIn(email, PASSWORD);
        browser.get("/account");
        var written = version();

        browser.get("/account");
        assertThat(version()).isEqualTo(written);

        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000 where principal_name = ?")
                .param(personId.toString())
                .update();
        var longAgo = version();
        browser.get("/account");
        assertThat(version()).isNotEqualTo(longAgo);
    }

    @Test
    void letsNobodyInWhoseSignInBrokeOffBeforeItWasKnownWhatIsLeftToDo() throws Exception {
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);

        jdbc.sql("""
                delete from spring_session_attributes a using spring_session s
                 where s.primary_id = a.session_primary_id and s.principal_name = :person
                   and a.attribute_name = 'regatta.left'""").param("person", personId.toString()).update();

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(location(browser.get("/inbox"))).endsWith("/sign-in");
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() throws Exception {
        var phone = new Browser(port);
        phone.signIn(email, PASSWORD);
        browser.signIn(email, PASSWORD);

        assertThat(location(browser.post(
                        "/set-password",
                        Map.of("password", "another horse battery", "_csrf", browser.csrf("/set-password")))))
                .endsWith("/security");

        assertThat(phone.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    /** Stands for the event of the module's own roles. */
    private record RoleTaken(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

        @Override
        public String type() {
            return "identity.roleWithdrawn";
        }

        @Override
        public String subject() {
            return personId.toString();
        }
    }

    @Test
    void endsEverySessionOfWhoeverLostARole() throws Exception {
        var phone = new Browser(port);
        phone.signIn(email, PASSWORD);
        browser.signIn(email, PASSWORD);

        events.publishEvent(new RoleTaken(personId, personId, Instant.now()));

        assertThat(phone.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    private List<Set<String>> attributes(FindByIndexNameSessionRepository<? extends Session> sessions) {
        return sessions.findByPrincipalName(personId.toString()).values().stream()
                .map(Session::getAttributeNames)
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }

    /** Of the row of the person's one session: another after each write. */
    private String version() {
        return jdbc.sql("select cast(xmin as text) from spring_session where principal_name = ?")
                .param(personId.toString())
                .query(String.class)
                .single();
    }

    private static String between(String text, String before, String after) {
        var start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }
}
