package org.regatta.ops.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a signed-in reader meets while the database is away. */
@RegattaTest
class AwayIT {

    private static final String PASSWORD = "calm-water-2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Test
    void isThePageThatSaysSoInTheReadersLanguageAndForProgramsTheProblem() throws Exception {
        var scene = new Scene(context);
        people.setPassword(scene.admin, PASSWORD);
        Acting.asNobody();
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);
        database.sql("alter table spring_session rename to spring_session_away").update();
        try {
            var page = browser.get("/competitions", "Accept-Language", "fr");
            var answer = browser.json("GET", "/api/v1/me", "");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("lang=\"fr\"", "ne peut pas répondre", "/assets/app-");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"unavailable\"");
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        } finally {
            database.sql("alter table spring_session_away rename to spring_session")
                    .update();
        }
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }
}
