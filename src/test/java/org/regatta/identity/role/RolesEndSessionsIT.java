package org.regatta.identity.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.jury.NewJuror;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever loses a role is signed out, by whatever way it is lost; whoever gets a seat in the middle of work is not. */
@RegattaTest
class RolesEndSessionsIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private Scene scene;
    private UUID person;
    private Browser browser;

    @BeforeEach
    void anObserverWhoIsSignedIn() throws Exception {
        scene = new Scene(context);
        person = scene.person("observer", Role.OBSERVER);
        signsIn();
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void whenAnAdministratorWithdrawsIt() throws Exception {
        new Api(context, scene.admin).delete("/roles/" + grant());

        assertThat(status()).isEqualTo(401);
    }

    @Test
    void whenItIsGivenUp() throws Exception {
        browser.post("/account/roles/" + grant() + "/withdraw", Map.of("_csrf", browser.csrf("/account")));

        assertThat(status()).isEqualTo(401);
    }

    @Test
    void whenItsTimeIsShortened() throws Exception {
        var body = "{'role': 'OBSERVER', 'competitionId': '%s', 'validUntil': '%s'}"
                .formatted(scene.competitionId, Instant.now().plus(Duration.ofHours(1)));
        assertThat(new Api(context, scene.admin)
                        .post("/people/" + person + "/roles", body)
                        .status())
                .isEqualTo(200);

        assertThat(status()).isEqualTo(401);
    }

    @Test
    void whenItsTimeHasPassed() throws Exception {
        scene.rows()
                .sql("update role_grant set valid_until = now() - interval '1 second' where person_id = ?")
                .param(person)
                .update();

        await().atMost(Duration.ofSeconds(45)).until(() -> status() == 401);
        signsIn();
        await().during(Duration.ofMillis(500)).until(() -> status() == 200);
        assertThat(scene.rows()
                        .sql("select count(*) from audit_entry where type = 'identity.roleEnded' and subject = ?")
                        .param(person.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void butNotWhenAJurySeatGivesAFurtherOne() throws Exception {
        var jury = scene.bean(Juries.class).create(scene.competitionId, "late", "Late");
        scene.bean(Juries.class).addJurors(jury, List.of(new NewJuror(person, "J1", BigDecimal.ONE, false)));

        assertThat(browser.get("/api/v1/me").body()).contains("JURY_MEMBER");
    }

    private void signsIn() throws Exception {
        var people = scene.bean(People.class);
        people.setPassword(person, PASSWORD);
        browser = new Browser(port);
        browser.signIn(people.byIds(List.of(person)).get(person).email(), PASSWORD);
        assertThat(status()).isEqualTo(200);
    }

    private int status() throws Exception {
        return browser.get("/api/v1/me").statusCode();
    }

    private String grant() {
        return scene.rows()
                .sql("select cast(id as text) from role_grant where person_id = ?")
                .param(person)
                .query(String.class)
                .single();
    }
}
