package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.competition.RoundNotOpen;
import org.regatta.competition.Rounds;
import org.regatta.evaluation.Edition;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may ask what about decisions and rankings over HTTP. */
@RegattaTest
class DecisionPagesIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    @Autowired
    private People people;

    @Autowired
    private Rounds rounds;

    @Autowired
    private DecisionLifecycle lifecycle;

    private Edition edition;
    private UUID admin;
    private UUID best;
    private UUID last;
    private UUID round;

    @BeforeEach
    void twoProjectsAreProposed() {
        edition = Edition.open(database);
        admin = edition.person(Role.PROGRAM_ADMIN);
        last = edition.project();
        best = edition.project();
        Acting.as(admin);
        edition.ranked(1, best, last);
        round = edition.deliberation("OPEN");
        lifecycle.propose(round);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void answersTheApiByTheMatrix() {
        var path = "/rounds/" + round + "/decisions";
        var body = "{'decisions': [{'projectId': '%s', 'outcome': 'ADVANCES', 'reason': 'The jury agreed.'}]}"
                .formatted(last);

        assertThat(api(Role.OBSERVER).get(path).json().path("total").asInt()).isEqualTo(2);
        assertThat(api(Role.OBSERVER).post(path, body).status()).isEqualTo(403);
        assertThat(api(Role.AWARD_MASTER).get(path).status()).isEqualTo(200);
        assertThat(api(Role.AWARD_MASTER).post(path, body).status()).isEqualTo(403);
        for (var role : new Role[] {Role.JURY_MEMBER, Role.APPLICANT, Role.MENTOR, Role.AUDIENCE}) {
            assertThat(api(role).get(path).status()).as(role.name()).isEqualTo(403);
            assertThat(api(role).post(path, body).status()).as(role.name()).isEqualTo(403);
        }
        assertThat(new Api(context, edition.person()).get(path).status()).isEqualTo(404);
        assertThat(new Api(context, admin).post(path, body).status()).isEqualTo(204);
        var refused = new Api(context, admin)
                .post(path, "{'decisions': [{'projectId': '%s', 'outcome': 'NOT_SELECTED'}]}".formatted(best));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.places()).containsExactly("decisions[0].reason");
        assertThat(new Api(context, admin)
                        .get("/projects/" + best + "/decisions")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void showsAConflictedAdminNothingOfTheProject() throws Exception {
        edition.conflict(best, admin);
        var browser = signedIn(admin);

        var page = browser.get("/rounds/" + round + "/decisions").body();

        assertThat(page).contains(last.toString()).doesNotContain(best.toString());
        assertThat(browser.get("/rounds/" + edition.roundId() + "/ranking").body())
                .doesNotContain(best.toString());
        assertThat(browser.get("/rounds/" + edition.roundId() + "/ranking/" + best)
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/rounds/" + edition.roundId() + "/ranking/compare?project=" + last + "&project=" + best)
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/rounds/" + edition.roundId() + "/ranking/compare?project=")
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/rounds/" + edition.roundId() + "/ranking.csv?q=Project")
                        .body())
                .contains("Project 1")
                .doesNotContain("Project 2");
    }

    @Test
    void knowsNoDecisionsOfARoundThatDecidesNothing() throws Exception {
        var browser = signedIn(admin);
        var csrf = browser.csrf("/competitions");
        for (var none : List.of(edition.roundId(), UUID.randomUUID())) {
            var page = "/rounds/" + none + "/decisions";
            assertThat(browser.get(page).statusCode()).isEqualTo(404);
            for (var act : List.of("", "/preview", "/apply", "/undo", "/cancel-release")) {
                var form = Map.of(
                        "_csrf",
                        csrf,
                        "reason",
                        "Weak",
                        "batch",
                        UUID.randomUUID().toString());
                assertThat(browser.post(page + act, form).statusCode()).as(act).isEqualTo(404);
            }
            assertThat(api(Role.OBSERVER).get(page).status()).isEqualTo(404);
        }
    }

    @Test
    void leadsToNoProjectThatTheReaderCannotOpen() throws Exception {
        var awards = edition.person(Role.AWARD_MASTER);
        var browser = signedIn(awards);
        database.sql("update project set status = 'ADVANCED' where id = ?")
                .param(best)
                .update();

        assertThat(browser.get("/rounds/" + round + "/decisions").body())
                .contains("Project 1", "href=\"/projects/" + best)
                .doesNotContain("href=\"/projects/" + last);
        assertThat(browser.get("/projects/" + last).statusCode()).isEqualTo(404);
        assertThat(browser.get("/inbox").body()).contains("One shortlisted project", "/rounds/" + round + "/decisions");

        edition.conflict(best, awards);
        assertThat(browser.get("/inbox").body()).doesNotContain("shortlisted project");
    }

    @Test
    void offersNoDeadlineAndNoClosingWhereNoProcessListens() throws Exception {
        var browser = signedIn(admin);

        assertThat(browser.get("/rounds/" + round).body())
                .contains("ends when its decisions are released")
                .doesNotContain("/rounds/" + round + "/deadline", "/rounds/" + round + "/close");
        assertThatThrownBy(() -> rounds.requestClose(round))
                .isInstanceOf(RoundNotOpen.class)
                .hasMessageContaining("Release them");
    }

    @Test
    void letsObserversReadAndNothingElse() throws Exception {
        var browser = signedIn(edition.person(Role.OBSERVER));

        var page = browser.get("/rounds/" + round + "/decisions");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("name=\"reason-").doesNotContain("id=\"bulk\"");
        assertThat(post(browser, "/apply", Map.of("outcome", "ADVANCES", "reason", "x", "expected", "2"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(browser, "/preview", Map.of("outcome", "ADVANCES")).statusCode())
                .isEqualTo(403);
        assertThat(post(browser, "/undo", Map.of("batch", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(browser, "/cancel-release", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void showsJurorsOfARunningRoundNoRanking() throws Exception {
        var juror = edition.juror();
        edition.assign(best, juror);
        edition.status("OPEN");
        database.sql("update round set status = 'PLANNED' where id = ?")
                .param(round)
                .update();
        var browser = signedIn(juror);

        for (var path : new String[] {"", ".csv", "/" + best, "/distribution", "/compare?project=" + best}) {
            assertThat(browser.get("/rounds/" + edition.roundId() + "/ranking" + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(browser.get("/rounds/" + round + "/decisions").statusCode()).isEqualTo(403);
    }

    @Test
    void appliesOnlyWhatWasPreviewed() throws Exception {
        var browser = signedIn(admin);

        var unexplained = post(browser, "/preview", Map.of("outcome", "NOT_SELECTED", "reason", ""));
        assertThat(unexplained.body()).contains("cannot be taken like this");
        var stale = post(browser, "/apply", Map.of("outcome", "NOT_SELECTED", "reason", "Below.", "expected", "1"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(lifecycleStates()).containsOnly("PROPOSED");
        var applied = post(browser, "/apply", Map.of("outcome", "NOT_SELECTED", "reason", "Below.", "expected", "2"));

        assertThat(applied.statusCode()).isEqualTo(302);
        assertThat(lifecycleStates()).containsOnly("PREPARED");
        assertThat(browser.get("/rounds/" + round + "/decisions").body()).contains("Undo");
    }

    private java.util.List<String> lifecycleStates() {
        return database.sql("select state from decision where round_id = ?")
                .param(round)
                .query(String.class)
                .list();
    }

    private HttpResponse<String> post(Browser browser, String what, Map<String, String> fields) throws Exception {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", browser.csrf("/inbox"));
        return browser.post("/rounds/" + round + "/decisions" + what, form);
    }

    private Api api(Role role) {
        return new Api(context, edition.person(role));
    }

    private Browser signedIn(UUID personId) throws Exception {
        people.setPassword(personId, PASSWORD);
        var email = database.sql("select email from person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
        var browser = new Browser(port);
        browser.signIn(email, PASSWORD);
        return browser;
    }
}
