package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.competition.Rounds;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What an organiser sees of a competition that runs. */
@RegattaTest
class BoardIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void showsTheDiagramThatRunsWithItsCountsAndTheSameAsAList() {
        var round = new OpenRound(context, 4, 3);
        round.submits(0, 4);
        round.submits(1, 1);
        GuidePicture.named(round.scene);
        var board = "/competitions/" + round.scene.competitionId;
        try (var organiser = visitor(Locale.ENGLISH).signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD)) {
            organiser.open(board);
            organiser.page().waitForSelector("[data-diagram][data-ready]");
            assertThat(organiser.page().textContent("h1")).startsWith("Evaluation closes");
            PlaywrightAssertions.assertThat(
                            organiser.page().locator(".djs-element.is-now[data-element-id=runEvaluation]"))
                    .hasCount(1);
            assertThat(organiser.page().textContent("[data-step=runEvaluation]"))
                    .contains("1 here")
                    .doesNotContain("done");
            PlaywrightAssertions.assertThat(organiser.page().locator(".bjs-powered-by"))
                    .isVisible();
            organiser.judge("board");
            GuidePicture.inBothLanguages(organiser.page(), "organiser-board", "[data-diagram][data-ready]");

            organiser.page().click("[data-step=runEvaluation] a");
            organiser.page().waitForSelector("[data-diagram][data-ready]");
            organiser.judge("board-round");
            organiser.page().click(".rg-levels a:has-text('Work on each project')");
            organiser.page().waitForSelector("[data-diagram][data-ready]");
            assertThat(organiser.page().textContent("[data-step=scoreProject]")).contains("7 tasks wait", "5 done");
            assertThat(organiser.page().textContent(".rg-tally--now")).contains("7 tasks wait");
            organiser.judge("board-projects");

            // somebody hands in while the board is open: the counts follow without a reload
            organiser.page().evaluate("window.stayed = true");
            round.submits(2, 2);
            organiser.page().waitForSelector("[data-step=scoreProject]:has-text('5 tasks wait')");
            assertThat(organiser.page().textContent(".rg-tally--now")).contains("5 tasks wait");
            assertThat(organiser.page().evaluate("window.stayed")).isEqualTo(true);
        }
        Acting.asNobody();
    }

    @Test
    void saysTheStepsOfTheDiagramInTheReadersLanguage() {
        var round = new OpenRound(context, 1, 1);
        var board = "/competitions/" + round.scene.competitionId;
        try (var french = visitor(Locale.FRENCH).signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD)) {
            french.open(board);
            french.page().waitForSelector("[data-diagram][data-ready]");
            assertThat(french.page().textContent(".djs-element[data-element-id=approveEditionPlan]"))
                    .contains("Approuver");
            french.judge("board-fr");
        }
        Acting.asNobody();
    }

    @Test
    void movesTheDiagramByKeysAndButtons() {
        var round = new OpenRound(context, 1, 2);
        try (var organiser = visitor(Locale.ENGLISH).signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD)) {
            organiser.open("/competitions/" + round.scene.competitionId);
            var page = organiser.page();
            page.waitForSelector("[data-diagram][data-ready]");
            var before = place(organiser);
            page.focus("[data-diagram] .canvas");
            page.keyboard().press("ArrowRight");
            assertThat(place(organiser)).isNotEqualTo(before);
            page.keyboard().press("Home");
            var here = place(organiser);
            page.focus("[data-view=all]");
            page.keyboard().press("Enter");
            assertThat(place(organiser)).isNotEqualTo(here);
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Enter");
            assertThat(place(organiser)).isEqualTo(here);
        }
        Acting.asNobody();
    }

    @Test
    void showsWhatCouldNotBeDoneAndHasItTriedAgainByThumb() {
        var round = new OpenRound(context, 2, 2);
        round.submits(0, 2);
        round.submits(1, 2);
        var board = "/competitions/" + round.scene.competitionId;
        weighs(round, Map.of("no-such-round", BigDecimal.ONE, "evaluation", BigDecimal.ONE));
        round.scene.bean(Rounds.class).requestClose(round.roundId);
        failsForGood(round);
        try (var organiser = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)
                .signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD)) {
            var thumb = new Thumb(organiser.page());
            organiser.open(board);
            organiser.page().waitForSelector("[data-diagram][data-ready]");
            assertThat(organiser.page().textContent("h1")).contains("one thing blocks it");
            assertThat(organiser.page().textContent("#incidents"))
                    .contains("The ranking could not be computed", "Evaluation", "Calibrate scores");
            assertThat(organiser.page().textContent("[data-step=runEvaluation]"))
                    .contains("1 failed");
            organiser.judge("board-incident");
            GuidePicture.named(round.scene);
            GuidePicture.inBothLanguages(organiser.page(), "operator-incident", "#incidents");

            weighs(round, Map.of());
            thumb.go("#incidents form button");
            assertThat(organiser.page().textContent("[role=status]")).contains("tried again");
            Awaitility.await("the ranking")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> round.open("approveRanking") == 1);
            organiser.open(board);
            PlaywrightAssertions.assertThat(organiser.page().locator("#incidents"))
                    .hasCount(0);
            assertThat(organiser.page().textContent("main")).contains("Approve ranking");
        }
        assertThat(retries(round)).isOne();
        Acting.asNobody();
    }

    private static long retries(OpenRound round) {
        return round.scene
                .rows()
                .sql("select count(*) from audit_entry where type = 'workflow.incidentRetried' and competition_id = ?")
                .param(round.scene.competitionId)
                .query(Long.class)
                .single();
    }

    @Test
    void letsAnObserverReadEverythingAndChangeNothing() {
        var round = new OpenRound(context, 2, 2);
        var observer = round.scene.person("observer", Role.OBSERVER);
        try (var visitor = visitor(Locale.ENGLISH).signIn(round.signsIn(observer), OpenRound.PASSWORD)) {
            visitor.open("/competitions/" + round.scene.competitionId);
            visitor.page().waitForSelector("[data-diagram][data-ready]");
            assertThat(visitor.page().textContent("#turns")).contains("Whose turn it is");
            assertThat(visitor.page().textContent("main")).doesNotContain("Most waits for");
            PlaywrightAssertions.assertThat(visitor.page().locator("main form[method=post]"))
                    .hasCount(0);
            visitor.judge("board-observer");
        }
        Acting.asNobody();
    }

    /** Weights for a round that does not exist: the rules are well formed, but the ranking cannot be computed. */
    private static void weighs(OpenRound round, Map<String, BigDecimal> weights) {
        var policies = round.scene.bean(ScoringPolicies.class);
        policies.change(
                round.policyId,
                new ScoringPolicy(null, null, null, null, weights, 1, false, null, List.of()),
                policies.get(round.policyId).version());
    }

    /** The engine tries three times, half a minute apart; the test does not wait for the last two. */
    private static void failsForGood(OpenRound round) {
        Awaitility.await("an incident").atMost(Duration.ofMinutes(2)).until(() -> {
            round.scene.rows().sql("""
                            update act_ru_job set duedate_ = null, lock_exp_time_ = null, lock_owner_ = null
                            where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)
                              and exception_msg_ is not null and retries_ > 0 and lock_owner_ is null""").param(round.roundId.toString()).update();
            return round.scene
                            .rows()
                            .sql("""
                                    select count(*) from act_ru_incident where activity_id_ = 'calibrateScores'
                                      and proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = ?)""")
                            .param(round.roundId.toString())
                            .query(Long.class)
                            .single()
                    > 0;
        });
    }

    private static Object place(Visitor visitor) {
        return visitor.page().evaluate("document.querySelector('[data-diagram] .viewport').getAttribute('transform')");
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
