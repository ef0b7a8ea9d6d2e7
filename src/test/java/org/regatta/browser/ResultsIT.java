package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.JudgedRound;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An organiser reads results, down to every score, in a browser. */
@RegattaTest
class ResultsIT {

    private static final String PASSWORD = "calm-water-2026";
    private static final String TOP_SIX = """
            {"advance": {"kind": "TOP_N", "count": 6}, "rounding": {"stageResult": {"decimals": 2, "mode": "HALF_UP"}}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    private JudgedRound judged;
    private String email;

    @BeforeEach
    void aRoundIsJudged() {
        judged = new JudgedRound(new Scene(context), 60, TOP_SIX);
        people.setPassword(judged.scene.admin, PASSWORD);
        email = judged.scene
                .rows()
                .sql("select email from person where id = ?")
                .param(judged.scene.admin)
                .query(String.class)
                .single();
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void goesFromTheRankingDownToEveryScoreByKeyboardAlone() {
        judged.ranked();
        try (var organiser = visitor(Locale.ENGLISH)) {
            organiser.open(ranking());
            var page = organiser.page();
            page.waitForSelector("[data-chart] svg");
            assertThat(page.textContent("h1")).startsWith("60 projects, ");
            assertThat(page.textContent(".rg-cut")).contains("Cut between");
            organiser.judge("results-ranking");

            var keys = new Keyboard(page);
            keys.press("tbody a.rg-title >> nth=2");
            page.waitForSelector("dialog[open] #steps");
            assertThat(page.textContent("dialog #scores")).contains("The scores");
            assertThat(page.textContent("dialog")).contains("A clear plan").contains("95 % interval");
            organiser.judge("results-drawer");
            page.keyboard().press("Escape");
            assertThat(page.evaluate("document.activeElement.matches('a.rg-title')"))
                    .isEqualTo(true);

            keys.press("tbody a.rg-title >> nth=3");
            page.waitForSelector("dialog[open] #steps");
            keys.go("[data-drawer-page]");
            assertThat(organiser.path()).startsWith(ranking() + "/");
            organiser.judge("results-derivation");
        }
    }

    @Test
    void leadsFromACumulativeResultToTheScoresOfTheEarlierRound() {
        judged.after("The heats");
        try (var organiser = visitor(Locale.ENGLISH)) {
            organiser.open(ranking() + "/" + judged.projects.getFirst());
            var page = organiser.page();
            assertThat(page.textContent("section[aria-labelledby=steps]"))
                    .contains("× 0.3 The heats")
                    .contains("× 0.7 Round final");
            organiser.judge("results-derivation-earlier");
            page.click("#main a:has-text('The heats')");
            page.waitForURL(url -> url.endsWith("/ranking/" + judged.projects.getFirst()) && !url.contains(ranking()));
            assertThat(page.textContent(".rg-crumbs")).contains("The heats");
            assertThat(page.textContent("#main")).contains("The scores").contains("J1");
        }
    }

    @Test
    void filtersByTheAddressAlone() {
        judged.ranked();
        try (var organiser = visitor(Locale.FRENCH)) {
            organiser.open(ranking());
            var page = organiser.page();
            page.click("a.rg-pill:has-text('Clean ports')");
            assertThat(organiser.path()).contains("category=Clean%20ports");
            PlaywrightAssertions.assertThat(page.locator("tbody a.rg-title")).hasCount(20);
            page.click("a.rg-pill:has-text('Qualifiés') >> nth=0");
            assertThat(organiser.path()).contains("show=ADVANCES").contains("category=Clean%20ports");
            organiser.judge("results-ranking-fr");

            organiser.open(ranking() + "?q=nobody-has-this-name");
            assertThat(page.textContent(".rg-empty")).contains("Aucun projet ne correspond");
            organiser.judge("results-ranking-empty-fr");
        }
    }

    @Test
    void showsHowScoresSpreadWithATableBesideEachChart() {
        judged.approved();
        try (var organiser = visitor(Locale.ENGLISH)) {
            organiser.open(ranking() + "/distribution");
            var page = organiser.page();
            page.waitForSelector("[data-chart=boxes] svg");
            PlaywrightAssertions.assertThat(page.locator("[data-chart] svg")).hasCount(5);
            PlaywrightAssertions.assertThat(page.locator("table")).hasCount(5);
            organiser.judge("results-distribution");
        }
    }

    @Test
    void putsTwoProjectsBesideEachOtherByKeyboardAloneAndByThumb() {
        judged.ranked();
        try (var organiser = visitor(Locale.ENGLISH)) {
            organiser.open(ranking());
            var page = organiser.page();
            var keys = new Keyboard(page);
            assertThat(page.locator("[data-compare-go]").isDisabled()).isTrue();
            keys.press("input[name=project] >> nth=0");
            keys.press("input[name=project] >> nth=4");
            keys.go("[data-compare-go]");
            assertThat(page.textContent("h1")).contains(" beside ");
            assertThat(page.textContent("main")).contains("better on the left").contains("A clear plan");
            organiser.judge("results-compare");

            keys.go(".rg-head a.btn");
            assertThat(page.textContent("h1")).startsWith("Compare ");
            organiser.judge("results-compare-choose");
        }
        try (var organiser =
                Visitor.onAPhone(Chromium.running(), "http://localhost:" + port).signIn(email, PASSWORD)) {
            var thumb = new Thumb(organiser.open(ranking()).page());
            thumb.press("tbody a.rg-title >> nth=1");
            thumb.go("a:has-text('Compare with another')");
            thumb.go("section[aria-labelledby=others] a");
            assertThat(organiser.page().textContent("h1")).contains(" beside ");
            organiser.fitsHere("results-compare-thumb");
        }
    }

    private String ranking() {
        return "/rounds/" + judged.roundId + "/ranking";
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language).signIn(email, PASSWORD);
    }
}
