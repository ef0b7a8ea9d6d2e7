package org.regatta.identity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Seeing the site as another person: only to read, only for a while, only downwards, and never in secret. */
@RegattaTest
class ViewAsIT {

    private static final String PASSWORD = "calm-water-2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private Scene scene;
    private UUID organiser;
    private UUID juror;
    private Browser browser;

    @BeforeEach
    void anOrganiserSignedIn() throws Exception {
        scene = new Scene(context);
        organiser = scene.person("organiser");
        people.grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        juror = scene.person("juror", Role.JURY_MEMBER);
        browser = signedIn(organiser);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void showsTheSiteAsThePersonWithABannerAndChangesNothing() throws Exception {
        assertThat(begin(juror, "She cannot find her projects").statusCode()).isEqualTo(302);

        assertThat(browser.get("/api/v1/me").body()).contains("\"name\":\"juror\"");
        var page = browser.get("/account");
        assertThat(page.body()).contains("You see the site as juror until", "/view-as/end");
        assertThat(browser.get("/people").statusCode()).isEqualTo(403);

        var csrf = browser.csrf("/account");
        var changed = browser.post("/account/profile", Map.of("name", "Mallory", "_csrf", csrf));
        assertThat(changed.statusCode()).isEqualTo(403);
        assertThat(changed.body()).contains("can only read");
        assertThat(browser.post("/account/data", Map.of("_csrf", csrf)).statusCode())
                .isEqualTo(403);
        assertThat(browser.json("POST", "/api/v1/tokens", "{\"name\":\"x\"}", "X-CSRF-TOKEN", csrf)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.json("DELETE", "/api/v1/tokens/" + UUID.randomUUID(), "", "X-CSRF-TOKEN", csrf)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.json("POST", "/webauthn/register/options", "", "X-CSRF-TOKEN", csrf)
                        .statusCode())
                .as("a passkey, which would become the own one")
                .isEqualTo(403);
        assertThat(people.byIds(List.of(juror)).get(juror).name()).isEqualTo("juror");
        assertThat(scene.rows()
                        .sql("""
                                select details ->> 'code' from audit_entry
                                 where type = 'identity.attemptDenied' and actor_id = :actor order by id""")
                        .param("actor", organiser)
                        .query(String.class)
                        .list())
                .as("what was refused is written down for whoever really was at work")
                .containsExactly(
                        "actionForbidden", "viewingOnly", "viewingOnly", "viewingOnly", "viewingOnly", "accessDenied");

        assertThat(browser.post("/view-as/end", Map.of("_csrf", csrf)).statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/api/v1/me").body()).contains("\"name\":\"organiser\"");
        assertThat(browser.get("/people").body()).doesNotContain("You see the site as");
    }

    @Test
    void isWrittenDownForBothAndShownToThePersonSeen() throws Exception {
        begin(juror, "She cannot find her projects");
        browser.post("/view-as/end", Map.of("_csrf", browser.csrf("/account")));

        assertThat(scene.rows()
                        .sql("select type from audit_entry where subject = :seen and actor_id = :actor order by id")
                        .param("seen", juror.toString())
                        .param("actor", organiser)
                        .query(String.class)
                        .list())
                .containsExactly("identity.viewAsBegun", "identity.viewAsEnded");
        assertThat(signedIn(juror).get("/account").body()).contains("She cannot find her projects", "organiser");
    }

    @Test
    void endsWithItsTimeOnEveryNode() throws Exception {
        begin(juror, "A look");
        scene.rows()
                .sql("update view_as set ends_at = now() - interval '1 second' where person_id = ?")
                .param(juror)
                .update();

        assertThat(browser.get("/api/v1/me").body()).contains("\"name\":\"organiser\"");
    }

    @Test
    void endsWhenTheAdminNoLongerAdministersThePerson() throws Exception {
        begin(juror, "A look");
        people.grant(juror, Role.JURY_MEMBER, UUID.randomUUID(), null);

        assertThat(browser.get("/api/v1/me").body()).contains("\"name\":\"organiser\"");
    }

    @Test
    void isOnlyForThoseWhoAdministerTheWholePersonAndNeverUpwards() throws Exception {
        people.grant(scene.admin, Role.JURY_MEMBER, null, scene.competitionId);
        var stranger = new Scene(context).person("stranger", Role.JURY_MEMBER);

        assertThat(begin(scene.admin, "Curious").statusCode()).isEqualTo(403);
        assertThat(begin(organiser, "Me").statusCode()).isEqualTo(403);
        assertThat(begin(stranger, "Curious").statusCode()).isEqualTo(404);
        var wordy = begin(juror, "curious ".repeat(100));
        assertThat(wordy.statusCode()).isEqualTo(422);
        assertThat(wordy.body())
                .contains("id=\"reason-says\"", "The reason is missing or too long.", "curious curious");
        var jurors = signedIn(juror);
        assertThat(jurors.post(
                                "/people/" + organiser + "/view-as",
                                Map.of("reason", "x", "_csrf", jurors.csrf("/account")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/api/v1/me").body()).contains("\"name\":\"organiser\"");
    }

    @Test
    void hidesWhatAConflictHidesFromWhoReallyLooks() throws Exception {
        Acting.as(scene.admin);
        var project = scene.projects(1).getFirst();
        var observer = scene.person("observer", Role.OBSERVER);
        assertThat(readsHistory(signedIn(observer), project)).isEqualTo(200);
        assertThat(begin(observer, "A look").statusCode()).isEqualTo(302);
        assertThat(readsHistory(browser, project)).isEqualTo(200);

        scene.rows().sql("""
            insert into conflict_of_interest (id, competition_id, project_id, person_id, kind, declared_at)
            values (gen_random_uuid(), ?, ?, ?, 'DECLARED', now())\
            """).params(scene.competitionId, project, organiser).update();

        assertThat(readsHistory(browser, project)).isIn(403, 404);
        assertThat(readsHistory(signedIn(observer), project)).isEqualTo(200);
    }

    private static int readsHistory(Browser browser, UUID project) throws Exception {
        return browser.get("/projects/" + project + "/history").statusCode();
    }

    private HttpResponse<String> begin(UUID personId, String reason) throws Exception {
        return browser.post(
                "/people/" + personId + "/view-as", Map.of("reason", reason, "_csrf", browser.csrf("/account")));
    }

    private Browser signedIn(UUID personId) throws Exception {
        people.setPassword(personId, PASSWORD);
        var one = new Browser(port);
        one.signIn(people.byIds(List.of(personId)).get(personId).email(), PASSWORD);
        return one;
    }
}
