package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A team meets what was decided about its project, and before that its deadline. */
@RegattaTest
class ReleasedProjectIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @ParameterizedTest
    @CsvSource({
        "ADVANCES, ADVANCED, true, Advances, goes on",
        "NOT_SELECTED, NOT_SELECTED, false, Not selected, does not go on",
        "AWARDED, AWARDED, true, Harbour medal, Seagrass Ledger"
    })
    void readsWhatWasReleasedAndNoReason(String outcome, String status, boolean advances, String words, String title) {
        var open = new OpenCall(context);
        var email = UUID.randomUUID() + "@released.example";
        var project = open.project(open.applicant(email), "Seagrass Ledger");
        open.sql("update round set status = 'COMPLETED' where id in (?, ?)", open.call, open.judging);
        open.sql(
                "update round set status = 'COMPLETED', opened_at = now(), decides_round_id = ? where id = ?",
                open.judging,
                open.decided);
        if (advances) {
            open.scene.evaluationRound("final", false);
        }
        open.secret(project, advances ? "ADVANCES" : "NOT_SELECTED", 3, "91.5", advances);
        open.sql(
                "update decision set outcome = ?, state = 'RELEASED', released_at = now() where project_id = ?",
                outcome,
                project);
        if (outcome.equals("AWARDED")) {
            open.sql("update decision set place = 3, award = 'Harbour medal' where project_id = ?", project);
        }
        open.sql("update project set status = ? where id = ?", status, project);
        try (var team = visitor(email).open("/projects/" + project)) {
            assertThat(team.page().textContent(".rg-timeline")).contains(words);
            assertThat(team.page().textContent("h1")).contains(title);
            assertThat(team.page().content()).doesNotContain("because of the budget");
            team.judge("own-" + status.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Test
    void countsDownToTheDeadlineAndGivesItToACalendarWhereverATeamWrites() {
        var open = new OpenCall(context);
        var email = UUID.randomUUID() + "@deadline.example";
        var project = open.draft("Seagrass Ledger", open.applicant(email));
        try (var team = visitor(email)) {
            for (var path : new String[] {"/my-projects", "/projects/" + project, "/projects/" + project + "/write"}) {
                var page = team.open(path).page();
                assertThat(page.textContent("[data-left]")).as(path).matches("in [89] days");
                var file = page.request()
                        .get("http://localhost:" + port + page.getAttribute("a[href$='deadline.ics']", "href"));
                assertThat(file.headers().get("content-type")).startsWith("text/calendar");
                assertThat(file.text().replace("\r\n ", "")).contains("SUMMARY:Projects due: Round call");
            }
            team.judge("write-deadline");
            team.open("/my-projects").judge("mine-deadline");
        }
    }

    private Visitor visitor(String email) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)
                .signIn(email, OpenCall.PASSWORD);
    }
}
