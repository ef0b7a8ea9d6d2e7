package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.SerializationUtils;

/** Whatever gives or takes roles asks who signed in long ago to confirm first, on pages and for programs of a session. */
@RegattaTest
class FreshSignInIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Scene scene;
    private Browser browser;
    private String token;

    @BeforeEach
    void anAdminWhoSignedInLongAgo() throws Exception {
        scene = new Scene(context);
        people.setPassword(scene.admin, PASSWORD);
        browser = new Browser(port);
        browser.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);
        token = browser.csrf("/account");
        // what a session notes is serialised: an old moment in its place
        jdbc.sql("""
            update spring_session_attributes a set attribute_bytes = :bytes
              from spring_session s
             where s.primary_id = a.session_primary_id and s.principal_name = :person
               and a.attribute_name = 'regatta.signedInAt'
            """)
                .param("bytes", SerializationUtils.serialize(Instant.EPOCH))
                .param("person", scene.admin.toString())
                .update();
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/roles/{id}/withdraw",
                "/people/role-requests/{id}/approve",
                "/people/role-requests/{id}/decline",
                "/people/{id}/deactivate",
                "/people/{id}/reactivate",
                "/people/{id}/lift-lockout",
                "/competitions/{id}/setup/juries"
            })
    void isAskedForOnPages(String page) throws Exception {
        var form = Map.of("_csrf", token, "act", "people", "people", "ada@example.org");

        assertAsked(browser.post(page.replace("{id}", UUID.randomUUID().toString()), form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/role-requests/{id}/decline",
                "/people/{id}/deactivate",
                "/people/{id}/reactivate",
                "/people/{id}/lift-lockout",
                "/juries/{id}/jurors"
            })
    void isAskedForByTheApi(String path) throws Exception {
        var answer = browser.json(
                "POST",
                "/api/v1" + path.replace("{id}", UUID.randomUUID().toString()),
                "{\"jurors\": [{\"email\": \"ada@example.org\", \"label\": \"J1\"}]}",
                "X-CSRF-TOKEN",
                token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("signInNotFresh");
    }

    @Test
    void isAskedForWhereAnImportBringsPeopleAndNotForTables() throws Exception {
        assertAsked(browser.post("/imports", Map.of("_csrf", token)));

        var tables = browser.post("/imports", Map.of("_csrf", token, "competition", scene.competitionId.toString()));
        assertThat(tables.headers().firstValue("Location")).isEmpty();
    }

    private static void assertAsked(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/confirm-sign-in");
    }
}
