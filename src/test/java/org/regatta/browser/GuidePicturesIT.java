package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.JudgedRound;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.deliberation.DecisionLifecycle;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Decisions in a browser, and the guides with their pictures. */
@RegattaTest
class GuidePicturesIT {

    private static final String PASSWORD = "calm-water-2026";
    private static final String FROM_THREE_POINT_EIGHT = """
            {"advance": {"kind": "THRESHOLD", "threshold": 3.8}, "rounding": {"stageResult": {"decimals": 2, "mode": "HALF_UP"}}}""";
    private static final Pattern IMAGE = Pattern.compile("\\]\\(images/([a-z-]+\\.webp)\\)");
    private static final Path GUIDES = Path.of("docs", "guides");
    private static final int MOST_BYTES = 60 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private static final List<String> LONG_NAMES = List.of(
            "Unterseebootkabel".repeat(12).substring(0, 200),
            "海草台帳、小さな港町のための炭素の記録".repeat(12).substring(0, 200),
            "سجل أعشاب البحر للمدن الساحلية الصغيرة ".repeat(6).substring(0, 200),
            "W".repeat(200));

    @Autowired
    private People people;

    private JudgedRound judged;
    private UUID deliberation;

    @BeforeEach
    void aRoundIsDeliberated() {
        judged = new JudgedRound(new Scene(context), 40, FROM_THREE_POINT_EIGHT).approved();
        judged.sql("update competition set name = 'Tidewater Prize 2026' where id = ?", judged.scene.competitionId);
        deliberation = judged.deliberation();
        judged.sql("update round set status = 'OPEN', name = 'Shortlist' where id = ?", deliberation);
        judged.sql("update round set name = 'Evaluation' where id = ?", judged.roundId);
        context.getBean(DecisionLifecycle.class).propose(deliberation);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void decidesManyWithPreviewAndUndoByThumb() {
        try (var organiser =
                signIn(Visitor.onAPhone(Chromium.running(), "http://localhost:" + port), judged.scene.admin)) {
            var page = organiser.page();
            var thumb = new Thumb(page);
            organiser.open("/rounds/" + deliberation + "/decisions");
            assertThat(page.textContent("h1")).isEqualTo("All 40 projects are decided");
            organiser.judge("decisions-list");
            organiser.print("decisions");
            page.setViewportSize(390, 844);
            thumb.press("input[name=project]");
            assertThat(page.textContent("[data-bulk-count]")).contains("for 1 ticked");
            thumb.press("input[name=project]");

            thumb.choose("#bulk-outcome", "Not selected");
            thumb.go("a.rg-pill:has-text('Not selected')");
            thumb.type("#bulk-reason", "");
            thumb.go("#bulk button[type=submit]");
            assertThat(page.textContent("[role=alert]")).contains("decisions cannot be taken like this");
            organiser.judge("decisions-preview-refused");
            thumb.press("button[data-reason-for=reason] >> nth=0");
            thumb.go(".rg-total button");
            assertThat(page.textContent("h1")).contains("decisions would change");
            organiser.judge("decisions-preview");
            thumb.go(".rg-total button");
            assertThat(page.textContent("[role=status]")).contains("Applied to all");
            organiser.judge("decisions-applied");
            thumb.go("[role=status] button");
            assertThat(page.textContent("[role=status]")).contains("Taken back");

            organiser.open("/rounds/" + deliberation + "/decisions?q=nobody");
            organiser.judge("decisions-empty");
            aColleagueDecidesMeanwhile(organiser, thumb);
        }
    }

    private void aColleagueDecidesMeanwhile(Visitor organiser, Hands hands) {
        var page = organiser.page();
        organiser.open("/rounds/" + deliberation + "/decisions");
        hands.type("[name^=reason-]", "Strong evidence");
        organiser.staysWhenAsked(() -> page.click("a.rg-pill:has-text('Not selected')"));
        // who leaves all the same finds it again, also when other rows were saved meanwhile
        organiser.open("/rounds/" + deliberation + "/decisions?show=NOT_SELECTED");
        hands.go(".rg-total button");
        assertThat(page.textContent("[role=status]")).isNotBlank();
        organiser.open("/rounds/" + deliberation + "/decisions");
        assertThat(page.isVisible("[data-kept]")).isTrue();
        assertThat(page.inputValue("[name^=reason-] >> nth=0")).isEqualTo("Strong evidence");
        judged.sql(
                "update decision set award = 'A colleague''s award', version = version + 1 where round_id = ? and project_id = ?::uuid",
                deliberation,
                page.locator("[name^=reason-]").first().getAttribute("name").substring("reason-".length()));
        hands.go(".rg-total button");
        assertThat(page.textContent("[role=alert]")).contains("Somebody else has decided");
        assertThat(page.textContent(".rg-overtaken"))
                .contains("A colleague's award")
                .doesNotContain("Outcome");
        assertThat(page.locator("[name^=reason-]").first().inputValue()).isEqualTo("Strong evidence");
        organiser.judge("decisions-overtaken");
    }

    @Test
    void bearsNamesOfTwoHundredLettersInEveryScript() {
        for (int at = 0; at < LONG_NAMES.size(); at++) {
            judged.sql(
                    "update project set title = ? where id = (select id from project where competition_id = ? order by number offset ? limit 1)",
                    LONG_NAMES.get(at),
                    judged.scene.competitionId,
                    at);
        }
        judged.sql("update competition set name = ? where id = ?", LONG_NAMES.getFirst(), judged.scene.competitionId);
        judged.sql("update round set name = ? where id = ?", LONG_NAMES.get(1), deliberation);
        judged.sql("update person set name = ? where id = ?", LONG_NAMES.get(2), judged.scene.admin);
        try (var organiser = visitor(judged.scene.admin, Locale.ENGLISH)) {
            var page = organiser.page();
            organiser.open("/rounds/" + judged.roundId + "/ranking");
            organiser.fits("long-names-ranking");
            page.locator("input[name=project]").nth(0).check();
            page.locator("input[name=project]").nth(1).check();
            page.click("[data-compare-go]");
            organiser.fits("long-names-compare");
            organiser.open("/rounds/" + deliberation + "/decisions?q=Unterseeboot");
            organiser.fits("long-names-decisions");
            page.locator("tbody a.rg-title").first().click();
            organiser.fits("long-names-project");
            organiser.open("/competitions/" + judged.scene.competitionId);
            organiser.fits("long-names-board");
            organiser.open("/competitions/" + judged.scene.competitionId + "/projects");
            organiser.fits("long-names-projects");
            organiser.open("/rounds/" + deliberation);
            organiser.fits("long-names-round");
        }
    }

    @Test
    void saysWhenDecisionsAreReleased() {
        judged.sql("update decision set state = 'APPROVED' where round_id = ?", deliberation);
        judged.sql(
                "insert into decision_release (round_id, release_at, set_by, set_at) values (?, '2035-12-02T11:00Z', ?, now())",
                deliberation,
                judged.scene.admin);
        try (var organiser = visitor(judged.scene.admin, Locale.FRENCH)) {
            organiser.open("/rounds/" + deliberation + "/decisions");
            assertThat(organiser.page().textContent(".rg-note--go"))
                    .contains("2 déc. 2035")
                    .contains("12:00");
            organiser.judge("decisions-planned-fr");
        }
    }

    @Test
    void showsTheGuidesInTheReadersLanguage() {
        try (var organiser = visitor(judged.scene.admin, Locale.ENGLISH)) {
            var page = organiser.page();
            organiser.open("/help").judge("help");
            for (var guide : new String[] {"organiser", "juror", "applicant", "observer", "operator"}) {
                organiser.open("/help/" + guide);
                PlaywrightAssertions.assertThat(page.locator("h1")).hasCount(1);
            }
            organiser.open("/help/juror").judge("help-juror");
            organiser.open("/help/organiser?lang=fr");
            assertThat(page.textContent("h1")).isEqualTo("Pour les organisateurs");
            PlaywrightAssertions.assertThat(page.locator("main [lang=en]")).hasCount(0);
            assertThat(page.evaluate("[...document.images].every((one) => one.complete && one.naturalWidth > 0)"))
                    .isEqualTo(true);
            organiser.judge("help-organiser-fr");
        }
    }

    /** Nothing is tested here that is not tested elsewhere: it makes pictures when they are asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    @EnabledIfSystemProperty(named = "regatta.guides.pictures", matches = "true")
    void takesPicturesOfResultsAndDecisions(String language) {
        try (var organiser = visitor(judged.scene.admin, Locale.of(language))) {
            var page = organiser.page();
            organiser.open("/rounds/" + judged.roundId + "/ranking");
            page.waitForSelector("[data-chart] svg");
            page.evaluate("document.querySelector('.rg-pills').scrollIntoView()");
            GuidePicture.take(page, "organiser-ranking");
            page.locator("tbody a.rg-title").nth(2).click();
            page.waitForSelector("dialog[open] #steps");
            GuidePicture.take(page, "organiser-scores");
            organiser.open("/rounds/" + judged.roundId + "/ranking/distribution");
            page.waitForSelector("[data-chart=boxes] svg");
            GuidePicture.take(page, "organiser-spread");
            organiser.open("/rounds/" + deliberation + "/decisions");
            GuidePicture.take(page, "organiser-decisions");
            page.selectOption("#bulk-outcome", "NOT_SELECTED");
            page.fill("#bulk-reason", "");
            page.click("#bulk button[type=submit]");
            GuidePicture.take(page, "organiser-preview");
            organiser.open("/competitions/" + judged.scene.competitionId
                    + "/projects?q=project&status=SUBMITTED&sort=TITLE&descending=true");
            page.click(".rg-views summary");
            GuidePicture.take(page, "organiser-lists");
        }
    }

    @Test
    void showsTheSamePicturesInBothLanguages() throws IOException {
        for (var guide : List.of("organiser", "juror", "applicant", "observer", "operator")) {
            assertThat(named(GUIDES.resolve(guide + ".fr.md")))
                    .as(guide)
                    .isEqualTo(named(GUIDES.resolve(guide + ".md")).stream()
                            .map(name -> name.replace(".webp", "-fr.webp"))
                            .toList());
        }
    }

    @Test
    void namesOnlyPicturesThatAreThereAndSmall() throws IOException {
        try (var guides = Files.list(GUIDES)) {
            for (var guide :
                    guides.filter(file -> file.toString().endsWith(".md")).toList()) {
                assertThat(named(guide)).allSatisfy(name -> {
                    var picture = GUIDES.resolve("images").resolve(name);
                    assertThat(picture).as(guide + " names " + name).exists();
                    assertThat(Files.size(picture)).as(name).isLessThan(MOST_BYTES);
                });
            }
        }
    }

    private static List<String> named(Path guide) throws IOException {
        return IMAGE.matcher(Files.readString(guide))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Visitor visitor(UUID personId, Locale language) {
        return signIn(new Visitor(Chromium.running(), "http://localhost:" + port, language), personId);
    }

    private Visitor signIn(Visitor visitor, UUID personId) {
        people.setPassword(personId, PASSWORD);
        var email = judged.scene
                .rows()
                .sql("select email from person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
        return visitor.signIn(email, PASSWORD);
    }
}
