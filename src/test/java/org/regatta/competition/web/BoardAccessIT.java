package org.regatta.competition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.competition.BoardFigures.Figure;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who gets what of the board over HTTP, and that it costs the same for few and for many. */
@RegattaTest
class BoardAccessIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Boards boards;

    @AfterEach
    void nobodyIsAtWork() {
        Acting.asNobody();
    }

    @Test
    void showsTheBoardOfAnotherProgramToNobody() throws Exception {
        var round = new OpenRound(context, 1, 1);
        var elsewhere = new Scene(context);
        var stranger = elsewhere.person("stranger");
        elsewhere.bean(People.class).grant(stranger, Role.PROGRAM_ADMIN, elsewhere.programId, null);
        var browser = browser(round, stranger);
        var board = "/competitions/" + round.scene.competitionId;

        assertThat(browser.get(board).statusCode()).isEqualTo(404);
        assertThat(browser.get(board + "/live").statusCode()).isEqualTo(404);
        assertThat(browser.get(board + "/diagram").statusCode()).isEqualTo(404);
        assertThat(browser.get(board + "/setup/check").statusCode()).isEqualTo(404);
        assertThat(browser.get("/rounds/" + round.roundId + "/reminder").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/api/v1" + board + "/incidents").statusCode()).isEqualTo(404);
        assertThat(post(browser, board + "/incidents/retry")).isEqualTo(404);
    }

    @Test
    void givesJurorsTheRoundsWithoutDiagramProgressOrIncidents() throws Exception {
        var round = new OpenRound(context, 2, 2);
        var browser = browser(round, round.jury.persons().getFirst());
        var board = "/competitions/" + round.scene.competitionId;

        var page = browser.get(board);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Evaluation").doesNotContain("data-diagram", "Whose turn", "What blocks");
        assertThat(browser.get(board + "/diagram").statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v1" + board + "/incidents").statusCode()).isEqualTo(403);
        assertThat(browser.get("/rounds/" + round.roundId).body()).doesNotContain("Forecast", "Progress of");
        assertThat(post(browser, board + "/incidents/retry")).isEqualTo(403);
    }

    @Test
    void letsObserversReadWhatJurorsAreAskedTooAndNothingElse() throws Exception {
        var round = new OpenRound(context, 2, 2);
        var browser = browser(round, round.scene.person("observer", Role.OBSERVER));
        var board = "/competitions/" + round.scene.competitionId;

        assertThat(browser.get(board + "/diagram").body()).contains("<bpmn:process id=\"competition\"");
        assertThat(browser.get("/api/v1" + board + "/incidents").statusCode()).isEqualTo(200);
        assertThat(post(browser, board + "/incidents/retry")).isEqualTo(403);
        assertThat(browser.get("/rounds/" + round.roundId + "/reminder").statusCode())
                .isEqualTo(403);
        assertThat(browser.get(board + "/setup/rounds").statusCode()).isEqualTo(403);
        assertThat(browser.get("/rounds/" + round.roundId).body())
                .contains("What jurors are asked: Points", "Judge what is on the table.")
                .contains("Impact", "60 %", "Team", "40 %", "from 1 to 10, in steps of 1")
                .doesNotContain("name=\"score.");
        assertThat(browser(round, round.scene.person("audience", Role.AUDIENCE))
                        .get("/rounds/" + round.roundId)
                        .body())
                .contains("Evaluation")
                .doesNotContain("What jurors are asked", "Impact");
    }

    @Test
    void countsInACallWhatCameAndWhatMayStillCome() throws Exception {
        var scene = new Scene(context);
        var call = scene.round("call", RoundKind.INTAKE);
        var projects = scene.projects(4);
        scene.rows()
                .sql("update competition set status = 'RUNNING' where id = ?")
                .param(scene.competitionId)
                .update();
        scene.rows()
                .sql("update round set status = 'OPEN' where id = ?")
                .param(call)
                .update();
        scene.rows()
                .sql("update project set status = 'DRAFT' where id = ?")
                .param(projects.get(0))
                .update();
        scene.rows()
                .sql("update project set status = 'WITHDRAWN' where id = ?")
                .param(projects.get(1))
                .update();
        Acting.as(scene.admin);

        assertThat(boards.figures(scene.bean(Rounds.class).get(call)))
                .extracting(Figure::label, Figure::count)
                .containsExactly(tuple("figure.handedIn", 2L), tuple("figure.drafts", 1L));
        assertThat(boards.figures(scene.bean(Rounds.class).get(call)).getLast().address())
                .endsWith("/projects?status=DRAFT");
    }

    @Test
    void answersNothingWhenNothingHasChanged() throws Exception {
        var round = new OpenRound(context, 2, 2);
        var browser = browser(round, round.scene.admin);
        var live = "/competitions/" + round.scene.competitionId + "/live";
        var first = browser.get(live).body();
        var seen = first.replaceAll("(?s).*seen=([0-9a-f]+).*", "$1");

        assertThat(browser.get(live + "?seen=" + seen).statusCode()).isEqualTo(204);
        round.submits(0, 1);
        assertThat(browser.get(live + "?seen=" + seen).statusCode()).isEqualTo(200);
    }

    @Test
    void issuesTheSameStatementsForFewAndForManyProjects() {
        var few = new OpenRound(context, 2, 2);
        var forFew = Statements.of(() -> boards.of(few.scene.competitionId, few.roundId, "evaluateProject"));
        var many = new OpenRound(context, 40, 5);
        var forMany = Statements.of(() -> boards.of(many.scene.competitionId, many.roundId, "evaluateProject"));

        assertThat(forMany).hasSameSizeAs(forFew);
        // a request reads the viewer's roles once; without one they are read for every question
        assertThat(forMany.stream().filter(sql -> !sql.contains("role_grant"))).hasSizeLessThan(45);
    }

    @Test
    void movesNoDeadlineBeforeItIsConfirmedWithWhatFollows() throws Exception {
        var round = new OpenRound(context, 2, 1);
        var browser = browser(round, round.scene.admin);
        var page = "/rounds/" + round.roundId;
        var before = closesAt(round);
        var form = Map.of("_csrf", browser.csrf(page), "closesAt", "2040-01-01T12:00");

        assertThat(browser.post(page + "/deadline", form).body())
                .contains("<dialog", "Move the deadline to Sun 1 Jan 2040, 12:00", "2 open tasks are due then")
                .contains("this cannot be taken back");
        assertThat(closesAt(round)).isEqualTo(before);
        var confirmed = new HashMap<>(form);
        confirmed.put("confirmed", "true");
        assertThat(browser.post(page + "/deadline", confirmed).statusCode()).isEqualTo(302);
        assertThat(closesAt(round)).isAfter(before);
        assertThat(browser.post(page + "/deadline", form).statusCode())
                .as("the same date again is refused without a question")
                .isEqualTo(422);
    }

    private static OffsetDateTime closesAt(OpenRound round) {
        return round.scene
                .rows()
                .sql("select closes_at from round where id = ?")
                .param(round.roundId)
                .query(OffsetDateTime.class)
                .single();
    }

    private Browser browser(OpenRound round, UUID personId) throws IOException, InterruptedException {
        var browser = new Browser(port);
        browser.signIn(round.signsIn(personId), OpenRound.PASSWORD);
        return browser;
    }

    private static int post(Browser browser, String path) throws IOException, InterruptedException {
        return browser.post(path, Map.of("_csrf", browser.csrf("/competitions")))
                .statusCode();
    }
}
