package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.browser.OpenCall.PASSWORD;

import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a team reads on its way, what it cannot lose, and what stays closed on it. */
@RegattaTest
class ApplicantIT {

    private static final String LONG =
            "Ærøskøbing 海草台帳 سجلّ الأعشاب Морская трава ".repeat(5).substring(0, 200);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private OpenCall open;

    @BeforeEach
    void aCompetitionCallsForProjects() {
        open = new OpenCall(context);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void drawsTheWayWithTheNamesOfTheRoundsAndSaysWhenToExpectWhat() {
        var applicant = open.applicant("way@team.example");
        var project = open.project(applicant, LONG);
        open.earlierRound(10);
        open.earlierRound(14);
        open.sql(
                "update round set status = 'COMPLETED', closes_at = now() - interval '3 days' where id = ?", open.call);
        open.sql(
                "update round set status = 'OPEN', opened_at = now(), closes_at = now() + interval '12 days' where id = ?",
                open.judging);
        try (var visitor = visitor(Locale.ENGLISH).signIn("way@team.example", PASSWORD)) {
            visitor.judge("mine");
            visitor.open("/projects/" + project);

            // the title runs both ways and is kept apart from its sentence
            assertThat(visitor.page().textContent("h1"))
                    .isEqualTo("“\u2068" + LONG.strip() + "\u2069” is being read by the jury");
            assertThat(visitor.page().locator(".rg-timeline li").allTextContents())
                    .hasSize(3)
                    .anyMatch(step -> step.contains("Round judging") && step.contains("now"));
            assertThat(visitor.page().textContent(".rg-triple")).contains("2 earlier rounds", "10 to 14 days");
            visitor.judge("own-evaluation");
            if (GuidePicture.WANTED) {
                open.sql("update project set title = 'Seagrass Ledger' where id = ?", project);
                GuidePicture.named(open.scene);
                GuidePicture.inBothLanguages(visitor.page(), "applicant-way", ".rg-timeline");
            }
        }
        try (var visitor = visitor(Locale.FRENCH).signIn("way@team.example", PASSWORD)) {
            visitor.open("/projects/" + project).judge("own-evaluation-fr");
        }
    }

    @Test
    void showsTheSamePageWhateverIsPreparedAndNotReleased() {
        var applicant = open.applicant("twin@team.example");
        var project = open.project(applicant, "Twin");
        open.sql("update round set status = 'COMPLETED' where id in (?, ?)", open.call, open.judging);
        open.sql(
                "update round set status = 'OPEN', opened_at = now(), decides_round_id = ? where id = ?",
                open.judging,
                open.decided);
        open.secret(project, "ADVANCES", 1, "91.5", true);
        try (var visitor = visitor(Locale.ENGLISH).signIn("twin@team.example", PASSWORD)) {
            var before = pages(visitor, project);
            open.sql("delete from decision where project_id = ?", project);
            open.sql("delete from ranking where round_id = ?", open.judging);
            open.secret(project, "NOT_SELECTED", 7, "12.25", false);
            var after = pages(visitor, project);
            open.sql("delete from decision where project_id = ?", project);
            open.sql("delete from ranking where round_id = ?", open.judging);

            assertThat(before).noneMatch(page -> page.startsWith("500"));
            assertThat(before.subList(0, 6)).allMatch(page -> page.startsWith("200"));
            assertThat(after).isEqualTo(before);
            assertThat(pages(visitor, project)).isEqualTo(before);
            assertThat(String.join("", before)).doesNotContain("91.5", "12.25", "because of the budget");
        }
    }

    @Test
    void losesNoTextWhenTheConnectionFailsOrATeamMateWrites() {
        var one = open.applicant("one@team.example");
        var two = open.applicant("two@team.example");
        var project = open.draft("Two of us", one, two);
        try (var first = visitor(Locale.ENGLISH).signIn("one@team.example", PASSWORD);
                var second = visitor(Locale.ENGLISH).signIn("two@team.example", PASSWORD)) {
            first.open("/projects/" + project + "/write");
            second.open("/projects/" + project + "/write");
            saves(second, "Written by the second");

            first.page().fill("#summary", "Written by the first");
            first.page().waitForSelector("[data-theirs]:not([hidden])");
            assertThat(first.page().textContent("[data-their-summary]")).isEqualTo("Written by the second");
            assertThat(first.page().inputValue("#summary")).isEqualTo("Written by the first");
            first.judge("write-two-texts");
            first.page().click("[data-keep-mine]");
            saved(first);

            first.page().context().setOffline(true);
            first.page().fill("#summary", "Written in a tunnel");
            first.page().waitForSelector("[data-saved].rg-saved--local");
            first.page().context().setOffline(false);
            first.page().evaluate("dispatchEvent(new Event('online'))");
            saved(first);
            assertThat(open.scene
                            .rows()
                            .sql("select summary from project where id = ?")
                            .param(project)
                            .query(String.class)
                            .single())
                    .isEqualTo("Written in a tunnel");
        }
    }

    @Test
    void aTeamGrowsByAMailWhoseReaderTakesAnAccountOverAndJoinsByKeyboardAlone() {
        var leader = open.applicant("leads@team.example");
        var project = open.draft("Seagrass Ledger", leader);
        var address = "mate." + project + "@team.example";
        try (var visitor = visitor(Locale.ENGLISH).signIn("leads@team.example", PASSWORD)) {
            var keys = new Keyboard(visitor.open("/projects/" + project).page());
            keys.type("#email", address);
            keys.go("section[aria-labelledby=team] button:has-text('Invite')");
            assertThat(visitor.page().textContent("[role=status]")).contains("on its way");
            visitor.judge("team-invited");
            keys.go("section[aria-labelledby=team] button:has-text('Send again')");
        }
        try (var mate = visitor(Locale.ENGLISH)) {
            var keys = new Keyboard(mate.open(open.link(address)).page());
            keys.go("main form button");
            assertThat(mate.path()).isEqualTo("/set-password");
            keys.type("#password", PASSWORD + "-mate");
            keys.go("form:has(#password) button[type=submit]");
            assertThat(mate.page().textContent("main")).contains("invites you to the team Crew");
            mate.judge("team-joining");
            keys.go("button:has-text('Join the team')");
            assertThat(mate.path()).isEqualTo("/projects/" + project);
            assertThat(mate.page().textContent("section[aria-labelledby=team]")).contains("Leave the team");
            keys.press("section[aria-labelledby=team] a:has-text('Leave the team')");
            keys.go("#leave button");
            assertThat(mate.path()).isEqualTo("/my-projects");
            assertThat(mate.page().textContent("main")).doesNotContain("Seagrass Ledger");
        }
    }

    @Test
    void showsNobodyElseATeamsPageAndLetsNobodyElseAct() {
        var project = open.draft("Ours alone", open.applicant("owner@team.example"));
        open.applicant("stranger@team.example");
        try (var visitor = visitor(Locale.ENGLISH).signIn("stranger@team.example", PASSWORD)) {
            for (var path : List.of("", "/write")) {
                visitor.open("/projects/" + project + path);
                assertThat(visitor.page().textContent("h1")).isEqualTo("This page is not here");
            }
            visitor.open("/my-projects");
            assertThat(visitor.page().textContent("main")).doesNotContain("Ours alone");
            for (var act : List.of("submit", "withdraw", "write", "draft")) {
                assertThat(post(visitor, "/projects/" + project + "/" + act))
                        .as(act)
                        .isEqualTo(404);
            }
        }
        var status =
                open.scene.rows().sql("select status from project where id = ?").param(project);
        assertThat(status.query(String.class).single()).isEqualTo("DRAFT");
    }

    @Test
    void takesNothingAfterTheCallHasClosed() {
        var project = open.draft("Too late", open.applicant("late@team.example"));
        open.sql("update round set closes_at = now() - interval '1 second' where id = ?", open.call);
        try (var visitor = visitor(Locale.ENGLISH).signIn("late@team.example", PASSWORD)) {
            assertThat(visitor.page().isVisible("a:has-text('Enter a project')"))
                    .isFalse();
            visitor.open("/competitions/" + open.scene.competitionId + "/enter").judge("begin-closed");
            visitor.open("/projects/" + project + "/write");
            assertThat(visitor.path()).isEqualTo("/projects/" + project);
            assertThat(visitor.page().textContent("h1")).isEqualTo("“Too late” was not handed in");
            visitor.judge("own-late");
            assertThat(post(visitor, "/projects/" + project + "/submit")).isEqualTo(409);
            visitor.open("/my-projects?lang=fr").page().evaluate("""
                    path => {
                      const form = document.createElement("form");
                      form.method = "post";
                      form.action = path;
                      const token = document.createElement("input");
                      token.name = "_csrf";
                      token.value = document.querySelector("meta[name=csrf-token]").content;
                      form.append(token);
                      document.body.append(form);
                      form.submit();
                    }""", "/projects/" + project + "/submit");
            visitor.page().waitForURL(url -> url.endsWith("/submit"));
            assertThat(visitor.page().textContent("main")).contains("La compétition ne prend pas de projets");
            visitor.judge("error-409-fr");
        }
    }

    /** What the team can ask for, with what changes by itself taken out. */
    private List<String> pages(Visitor visitor, UUID project) {
        return List.of(
                        "/my-projects",
                        "/projects/" + project,
                        "/inbox",
                        "/inbox/pulse",
                        "/competitions/" + open.scene.competitionId,
                        "/rounds/" + open.judging,
                        "/rounds/" + open.decided,
                        "/rounds/" + open.judging + "/ranking",
                        "/rounds/" + open.decided + "/decisions",
                        "/competitions/" + open.scene.competitionId + "/projects",
                        "/api/v1/projects/" + project)
                .stream()
                .map(path -> visitor.page().request().get("http://localhost:" + port + path))
                .map(answer -> answer.status() + " " + answer.text())
                .map(text -> text.replaceAll(
                                "(csrf-token\" content|_csrf\" value|server-time\" content| nonce)=\"[^\"]*\"", "$1")
                        .replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .toList();
    }

    private int post(Visitor visitor, String path) {
        var token = visitor.open("/my-projects").page().getAttribute("meta[name=csrf-token]", "content");
        var draft = path.endsWith("/draft");
        var options = RequestOptions.create()
                .setHeader("X-CSRF-TOKEN", token)
                .setHeader("Accept", draft ? "application/json" : "text/html")
                .setHeader("Content-Type", draft ? "application/json" : "application/x-www-form-urlencoded")
                .setData(draft ? "{\"title\":\"x\",\"version\":0}" : "title=x&version=0");
        return visitor.page()
                .request()
                .post("http://localhost:" + port + path, options)
                .status();
    }

    private static void saves(Visitor visitor, String summary) {
        visitor.page().fill("#summary", summary);
        saved(visitor);
    }

    private static void saved(Visitor visitor) {
        visitor.page()
                .waitForCondition(
                        () -> visitor.page().textContent("[data-saved]").startsWith("Saved"));
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
