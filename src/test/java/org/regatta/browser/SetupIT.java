package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A competition is set up with nothing but the pages, and last year's becomes this year's. */
@RegattaTest
class SetupIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void setsUpACompetitionStepByStepByKeyboardAloneUntilNothingIsMissing() {
        var scene = new Scene(context);
        try (var organiser = visitor(Locale.ENGLISH).signIn(signsIn(scene, scene.admin), OpenRound.PASSWORD)) {
            setsUp(organiser, new Keyboard(organiser.page()), organiser::judge, scene);
        }
        try (var french = visitor(Locale.FRENCH).signIn(signsIn(scene, scene.admin), OpenRound.PASSWORD)) {
            french.open("/competitions/" + scene.competitionId + "/setup/rounds")
                    .judge("setup-rounds-fr");
        }
        Acting.asNobody();
    }

    @Test
    void setsUpACompetitionByThumb() {
        var scene = new Scene(context);
        try (var organiser = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)
                .signIn(signsIn(scene, scene.admin), OpenRound.PASSWORD)) {
            setsUp(organiser, new Thumb(organiser.page()), organiser::fitsHere, scene);
        }
        Acting.asNobody();
    }

    private static void setsUp(Visitor organiser, Hands hands, Consumer<String> looks, Scene scene) {
        var page = organiser.page();
        organiser.open("/competitions");
        hands.go("a:has-text('New competition')");
        looks.accept("setup-new");
        hands.type("#name", "Estuary Prize " + scene.programId);
        hands.choose(
                "#programId",
                scene.rows()
                        .sql("select name from program where id = ?")
                        .param(scene.programId)
                        .query(String.class)
                        .single());
        hands.go("text=Create the draft");
        assertThat(page.textContent("h1")).isEqualTo("Is it ready?");
        assertThat(page.textContent("#gaps")).isEqualTo("One thing to look at");
        assertThat(page.textContent("main")).contains("There is no round");
        looks.accept("setup-check-empty");
        writesRubric(page, hands, looks);
        hands.go(".rg-setup a:has-text('Scoring')");
        writesScoring(page, hands, looks, scene);
        addsRound(page, hands);
        looks.accept("setup-rounds");
        removesARoundAgain(page, hands);
        hands.go(".rg-setup a:has-text('Check')");
        assertThat(page.textContent("main")).contains("No jury with active jurors sits in the round");
        looks.accept("setup-check");
        seatsJury(page, hands, looks, scene);
        hands.go(".rg-setup a:has-text('Check')");
        assertThat(page.textContent("main")).doesNotContain("can sign in", "are closed");
        hands.go(".rg-setup a:has-text('Preview')");
        assertThat(page.textContent("main")).contains("How far does it reach?", "Well");
        PlaywrightAssertions.assertThat(page.locator(".rg-scale input[type=radio]"))
                .hasCount(12);
        looks.accept("setup-preview");
    }

    @Test
    void copiesLastYearsCompetitionWithItsDatesMoved() {
        var round = new OpenRound(context, 2, 3);
        var scene = round.scene;
        try (var organiser = visitor(Locale.ENGLISH).signIn(round.signsIn(scene.admin), OpenRound.PASSWORD)) {
            var page = organiser.page();
            organiser.open("/competitions/" + scene.competitionId);
            page.click("text=Copy…");
            page.fill("#copyName", "Next year " + scene.programId);
            page.click("text=Copy it");
            assertThat(page.textContent("h1")).isEqualTo("Is it ready?");
            var copy = UUID.fromString(organiser.path().split("/")[2]);
            Acting.as(scene.admin);
            var rounds = scene.bean(Rounds.class);
            var before = rounds.of(scene.competitionId);
            var after = rounds.of(copy);
            assertThat(after)
                    .extracting(one -> one.name())
                    .isEqualTo(before.stream().map(one -> one.name()).toList());
            assertThat(Duration.between(
                                    before.getFirst().closesAt(),
                                    after.getFirst().closesAt())
                            .toDays())
                    .isEqualTo(364);
            assertThat(after.getFirst().rubricId())
                    .isNotNull()
                    .isNotEqualTo(before.getFirst().rubricId());
            assertThat(scene.bean(Juries.class).seats(after.getFirst().id())).hasSize(1);
            assertThat(scene.bean(Juries.class).of(copy).getFirst().jurors()).isEqualTo(3);
            assertThat(scene.rows()
                            .sql("select count(*) from project where competition_id = ?")
                            .param(copy)
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        Acting.asNobody();
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrongAndLetsNobodyElseIn() {
        var scene = new Scene(context);
        var observer = scene.person("observer", Role.OBSERVER);
        var setup = "/competitions/" + scene.competitionId + "/setup/rounds";
        try (var organiser = visitor(Locale.ENGLISH).signIn(signsIn(scene, scene.admin), OpenRound.PASSWORD)) {
            var page = organiser.page();
            organiser.open(setup);
            page.fill("#roundName", "Backwards");
            page.fill("#opensAt", "2035-02-01T12:00");
            page.fill("#closesAt", "2035-01-01T12:00");
            page.click("form:has(#roundName) button");
            assertThat(page.textContent("[role=alert]")).contains("Closes:", "closes before it opens");
            assertThat(page.inputValue("#roundName")).isEqualTo("Backwards");
            organiser.judge("setup-wrong");
        }
        try (var visitor = visitor(Locale.ENGLISH).signIn(signsIn(scene, observer), OpenRound.PASSWORD)) {
            visitor.open(setup);
            assertThat(visitor.page().textContent("h1")).contains("You may not do this");
            visitor.open("/competitions/new");
            assertThat(visitor.page().textContent("h1")).contains("You may not do this");
        }
        Acting.asNobody();
    }

    private static void writesRubric(Page page, Hands hands, Consumer<String> looks) {
        hands.go(".rg-setup a:has-text('Rubrics')");
        hands.type("#rubricName", "Reach and craft");
        hands.type("#label0", "How far does it reach?");
        hands.type("#label1", "Is it well made?");
        hands.choose("#kind1", "A choice");
        hands.type("#options1", "Poorly = 1\nWell = 3");
        looks.accept("setup-rubric");
        hands.go("main button:has-text('Save')");
        assertThat(page.textContent("[role=status]")).contains("Saved");
        assertThat(page.textContent("aside")).contains("Reach and craft", "2 criteria");
    }

    /** All that scoring rules can say, in the form; in words before it is saved. */
    private static void writesScoring(Page page, Hands hands, Consumer<String> looks, Scene scene) {
        hands.type("#policyName", "Plain mean");
        hands.go("main button:has-text('Save')");
        looks.accept("setup-policies");
        if (hands instanceof Thumb) {
            changesScoring(page, hands, looks, scene);
        }
    }

    private static void changesScoring(Page page, Hands hands, Consumer<String> looks, Scene scene) {
        hands.go("main a:has-text('Plain mean')");
        hands.choose("#aggregate", "Mean without the ends");
        hands.choose("#correction", "Standardise each juror");
        hands.type("#targetMean", "50");
        hands.type("#decimals-stageResult", "2");
        hands.choose("#advance", "The best");
        hands.go("text=Say it in words");
        assertThat(page.textContent("main [role=alert]"))
                .contains("Left out at each end", "Of target mean and target deviation only one is given", "How many");
        hands.type("#trimFraction", "0.1");
        hands.type("#targetDeviation", "10");
        hands.type("#count", "12");
        hands.choose("#tie-0", "smaller spread");
        hands.go("text=Say it in words");
        looks.accept("setup-policies-words");
        assertThat(page.textContent("#words"))
                .contains(
                        "not saved yet",
                        "The share 0.1 is left out",
                        "They get the mean 50 and the deviation 10",
                        "2 decimals, halves up",
                        "The best 12 advance",
                        "smaller spread, share the rank");
        hands.go("main button:has-text('Save')");
        Acting.as(scene.admin);
        assertThat(scene.rows()
                        .sql(
                                "select document ->> 'tieRules' from scoring_policy where name = 'Plain mean' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("SMALLER_SPREAD", "SHARE");
    }

    private static void addsRound(Page page, Hands hands) {
        hands.go(".rg-setup a:has-text('Rounds')");
        hands.type("#roundName", "Judging");
        hands.choose("#kind", "Evaluation");
        hands.type("#closesAt", "2035-01-01T12:00");
        hands.choose("#rubricId", "Reach and craft");
        hands.choose("#scoringPolicyId", "Plain mean");
        hands.type("#discrepancyPercent", "40");
        hands.go("form:has(#roundName) button");
        assertThat(page.textContent("[role=status]")).contains("Saved");
    }

    private static void removesARoundAgain(Page page, Hands hands) {
        hands.type("#roundName", "One too many");
        hands.choose("#kind", "Award");
        hands.go("form:has(#roundName) button");
        hands.press("li:has-text('One too many') summary");
        hands.go("li:has-text('One too many') .rg-ask button");
        assertThat(page.textContent("main ol.rg-plain-list"))
                .contains("Judging")
                .doesNotContain("One too many");
        hands.go("a:has-text('Change')");
        assertThat(page.inputValue("#discrepancyPercent")).isEqualTo("40");
    }

    private static void seatsJury(Page page, Hands hands, Consumer<String> looks, Scene scene) {
        hands.go(".rg-setup a:has-text('Juries')");
        hands.type("#juryName", "Main jury");
        hands.go("form:has(#juryName) button");
        hands.type(
                "textarea[name=people]",
                "ada." + scene.programId + "@example.org, Ada\nbo." + scene.programId + "@example.org, Bo");
        hands.go("text=Add them");
        page.evaluate("document.querySelectorAll('form').forEach((form) => (form.noValidate = true))");
        hands.type("#jurorsPerProject", "99");
        hands.type("#category", "Music");
        hands.go("text=Seat the jury");
        assertThat(page.textContent(".rg-findings")).contains("Jurors for each project:");
        assertThat(page.inputValue("#jurorsPerProject")).isEqualTo("99");
        assertThat(page.inputValue("#category")).isEqualTo("Music");
        assertThat(page.getAttribute("#jurorsPerProject", "aria-invalid")).isEqualTo("true");
        looks.accept("setup-juries-refused");
        hands.type("#jurorsPerProject", "");
        hands.type("#category", "");
        hands.go("text=Seat the jury");
        assertThat(page.textContent("[role=status]")).contains("Saved");
        looks.accept("setup-juries");
    }

    private static String signsIn(Scene scene, UUID personId) {
        scene.bean(People.class).setPassword(personId, OpenRound.PASSWORD);
        return scene.rows()
                .sql("select email from person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
