package org.regatta.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.evaluation.Edition;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real requests of people to whom an evaluation does not belong, or does not belong any more. */
@RegattaTest
class EvaluationPageRightsIT {

    private static final String PASSWORD = "calm-water-2026";
    private static final String TYPED = "{\"scores\": {\"points\": \"14\"}, \"comment\": \"mine\", \"version\": 0}";

    @Autowired
    private JdbcClient database;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private Edition edition;
    private UUID juror;
    private UUID project;
    private String page;

    @BeforeEach
    void aJurorHasAProject() {
        edition = Edition.open(database);
        juror = edition.juror();
        project = edition.project();
        page = "/evaluations/" + edition.assign(project, juror);
    }

    @Test
    void answersEverybodyElseAsIfItWereNotThere() throws IOException, InterruptedException {
        for (var person : new UUID[] {
            edition.juror(),
            edition.chair(),
            edition.person(Role.SUPER_ADMIN),
            edition.person(Role.PROGRAM_ADMIN),
            edition.person(Role.OBSERVER)
        }) {
            refused(signedIn(person));
        }
        assertThat(database.sql("select count(*) from evaluation where project_id = ?")
                        .param(project)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void answersAJurorInConflictAsIfItWereNotThereAnyMore() throws IOException, InterruptedException {
        var browser = signedIn(juror);
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
        edition.conflict(project, juror);

        refused(browser);
        assertThat(browser.get("/evaluations").body()).doesNotContain(page);
    }

    @Test
    void savesSubmitsAndSaysInTheReadersLanguageWhyNot() throws IOException, InterruptedException {
        var browser = signedIn(juror);
        assertThat(send(browser, "/draft", TYPED).body()).contains("\"version\":1");
        assertThat(send(browser, "/draft", TYPED.replace("mine", "other")).body())
                .contains("evaluationChanged", "\"comment\":\"mine\"");
        assertThat(send(browser, "/submit", TYPED.replace("14", "99").replace("version\": 0", "version\": 1"))
                        .statusCode())
                .isEqualTo(422);
        edition.deadline(Duration.ofSeconds(-2), Duration.ofSeconds(1));
        var late = browser.json(
                "POST",
                page + "/draft",
                TYPED,
                "Accept",
                "application/json",
                "Accept-Language",
                "fr",
                "X-CSRF-TOKEN",
                csrf(browser));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("DEADLINE_PASSED", "délai de grâce");
    }

    @Test
    void leavesTheDraftAsItWasReadWhenHandingInIsRefused() throws IOException, InterruptedException {
        var browser = signedIn(juror);
        send(browser, "/draft", TYPED);
        var incomplete = "{\"scores\": {}, \"comment\": \"later\", \"version\": 1}";
        assertThat(send(browser, "/submit", incomplete).statusCode()).isEqualTo(422);

        assertThat(send(browser, "/draft", incomplete.replace("later", "next")).body())
                .contains("\"version\":2", "\"comment\":\"next\"");
    }

    @Test
    void keepsTheReasonOfAnAbstentionWithTheAssignment() throws IOException, InterruptedException {
        var browser = signedIn(juror);
        var empty = browser.post(page + "/abstain", Map.of("reason", " ", "_csrf", csrf(browser)));
        assertThat(empty.statusCode()).isEqualTo(422);
        browser.post(page + "/abstain", Map.of("reason", "I missed half of it.", "_csrf", csrf(browser)));

        assertThat(database.sql("select ended_reason from assignment where project_id = ? and state = 'ABSTAINED'")
                        .param(project)
                        .query(String.class)
                        .single())
                .isEqualTo("I missed half of it.");
    }

    @Test
    void keepsDraftsAndNotesFromWhoeverSeesTheSiteAsTheJuror() throws IOException, InterruptedException {
        var browser = signedIn(juror);
        send(browser, "/draft", TYPED.replace("mine", "canary draft"));
        send(browser, "/note", "{\"text\": \"canary note\", \"version\": 0}");
        assertThat(browser.get(page).body()).contains("canary draft", "canary note");
        var organiser = signedIn(edition.person(Role.PROGRAM_ADMIN));
        organiser.post(
                "/people/" + juror + "/view-as", Map.of("reason", "She asked", "_csrf", organiser.csrf("/people")));

        assertThat(organiser.get(page).body())
                .contains("only and left out here")
                .doesNotContain("canary", "value=\"14\"", "data-evaluation");
        assertThat(organiser
                        .get("/api/v1/assignments/" + page.substring(13) + "/evaluation")
                        .body())
                .contains("\"contentWithheld\":true", "\"scores\":{}")
                .doesNotContain("canary");
    }

    @Test
    void givesTheDeadlineAsACalendarFile() throws IOException, InterruptedException {
        edition.deadline(Duration.ofDays(1), Duration.ZERO);
        var file = signedIn(juror).get("/rounds/" + edition.roundId() + "/deadline.ics");

        assertThat(file.headers().firstValue("content-type").orElse("")).startsWith("text/calendar");
        assertThat(file.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:Evaluations due: Stage 1\\, Edition")
                .containsPattern("DESCRIPTION:.* CES?T ");
        assertThat(file.body().lines()).allMatch(line -> line.length() <= 75);
    }

    private void refused(Browser browser) throws IOException, InterruptedException {
        assertThat(browser.get(page).statusCode()).isEqualTo(404);
        assertThat(browser.get(page + "/standing").statusCode()).isEqualTo(404);
        assertThat(send(browser, "/draft", TYPED).statusCode()).isEqualTo(404);
        assertThat(send(browser, "/submit", TYPED).statusCode()).isEqualTo(404);
        assertThat(send(browser, "/note", "{\"text\": \"x\", \"version\": 0}").statusCode())
                .isEqualTo(404);
        for (var act : new String[] {"/take-back", "/abstain"}) {
            assertThat(browser.post(page + act, Map.of("reason", "why", "_csrf", csrf(browser)))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> send(Browser browser, String act, String body)
            throws IOException, InterruptedException {
        return browser.json("POST", page + act, body, "Accept", "application/json", "X-CSRF-TOKEN", csrf(browser));
    }

    private static String csrf(Browser browser) throws IOException, InterruptedException {
        return browser.csrf("/evaluations");
    }

    private Browser signedIn(UUID person) throws IOException, InterruptedException {
        people.setPassword(person, PASSWORD);
        var browser = new Browser(port);
        browser.signIn(person + "@example.org", PASSWORD);
        return browser;
    }
}
