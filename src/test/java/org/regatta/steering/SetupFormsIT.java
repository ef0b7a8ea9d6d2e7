package org.regatta.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.CompetitionChange;
import org.regatta.competition.Feedback;
import org.regatta.competition.RoundChange;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.NewRubric;
import org.regatta.rubric.Rubrics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The forms of the set-up, filled in badly by hand or by program. */
@RegattaTest
class SetupFormsIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @AfterEach
    void nobodyIsAtWork() {
        Acting.asNobody();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basics", "rubrics", "policies", "rounds", "juries"})
    void sayWhatIsWrongWhateverIsMissing(String step) throws Exception {
        var scene = new Scene(context);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/" + step;

        for (var fields : List.of(
                Map.<String, String>of(),
                Map.of("id", "x"),
                Map.of("label", "Idea"),
                Map.of("name", ""),
                // for a panel of jurors a name is enough
                Map.of(step.equals("juries") ? "people" : "name", "Only a name", "zone", "Nowhere/Land"))) {
            var form = new HashMap<>(fields);
            form.put("_csrf", browser.csrf(page));
            var answer = browser.post(page, form);
            assertThat(answer.statusCode()).as(step + " " + fields).isEqualTo(422);
            assertThat(answer.body()).as(step + " " + fields).contains("role=\"alert\"");
        }
    }

    @Test
    void saveNothingWhereNothingIsTyped() throws Exception {
        var scene = new Scene(context);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/";

        for (var step : List.of("check", "preview", "nothing")) {
            assertThat(browser.post(page + step, Map.of("_csrf", browser.csrf(page + "basics")))
                            .statusCode())
                    .as(step)
                    .isEqualTo(404);
        }
    }

    @Test
    void changeNothingThatSomebodyElseChangedMeanwhile() throws Exception {
        var scene = new Scene(context);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/";
        var round = scene.round("call", RoundKind.INTAKE);
        var rubric = scene.bean(Rubrics.class).define(scene.competitionId, rubric("Theirs"));
        var basics = form(browser.get(page + "basics").body(), "shown", "name", "zone");
        var rounds = form(browser.get(page + "rounds?edit=" + round).body(), "shown", "id", "name");
        var rubrics = form(browser.get(page + "rubrics?edit=" + rubric).body(), "version", "id");
        Acting.as(scene.admin);
        var readVersion = Integer.parseInt(rubrics.get("version"));
        scene.bean(Competitions.class)
                .change(scene.competitionId, was -> new CompetitionChange("Theirs", "", was.zone(), false));
        scene.bean(Rounds.class).change(round, was -> settings("Theirs", was.opensAt(), was.grace()));
        scene.bean(Rubrics.class).change(rubric, rubric("Theirs too"), readVersion);

        basics.put("name", "Mine alone");
        assertRefused(browser, page + "basics", basics);
        rounds.put("name", "Mine alone");
        assertRefused(browser, page + "rounds", rounds);
        rubrics.putAll(Map.of("name", "Mine alone", "label", "Idea", "kind", "YES_NO"));
        assertRefused(browser, page + "rubrics", rubrics);
    }

    @Test
    void keepSecondsThatTheyDoNotShow() throws Exception {
        var scene = new Scene(context);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/rounds";
        var round = scene.round("call", RoundKind.INTAKE);
        Acting.as(scene.admin);
        var second = Instant.parse("2035-01-01T22:59:59Z");
        scene.bean(Rounds.class).change(round, was -> settings("Call", second, Duration.ofSeconds(90)));

        var form = form(browser.get(page + "?edit=" + round).body(), "shown", "id", "name", "opensAt", "grace");
        form.put("name", "Open call");
        form.put("_csrf", browser.csrf(page));
        assertThat(browser.post(page, form).statusCode()).isEqualTo(302);

        Acting.as(scene.admin);
        assertThat(scene.bean(Rounds.class).get(round).settings())
                .isEqualTo(settings("Open call", second, Duration.ofSeconds(90)));
    }

    @Test
    void showFiftyJurorsOfALargeJuryAndFindTheRest() throws Exception {
        var scene = new Scene(context);
        var jury = scene.jury("large", 52);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/juries";

        var first = browser.get(page).body();
        assertThat(first)
                .contains("52 jurors", "The first 50 are shown", "J50 · ")
                .doesNotContain("J51 · ", "Clear the search");
        var found = browser.get(page + "?q=j51").body();
        assertThat(found)
                .contains("1 juror found", "J51 · ", "Clear the search")
                .doesNotContain("J50 · ", "are shown");
        var last = people.byIds(List.of(jury.persons().getLast()))
                .get(jury.persons().getLast());
        assertThat(browser.get(page + "?q=" + last.email()).body()).contains("1 juror found", "J52 · ");
        assertThat(browser.get(page + "?q=nobody-of-this-name").body()).contains("nobody found");
    }

    @Test
    void seatNobodyByTheirOwnHand() throws Exception {
        var scene = new Scene(context);
        var jury = scene.jury("main", 1);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/juries";
        var own = people.byIds(List.of(scene.admin)).get(scene.admin).email();

        var form = new HashMap<String, String>();
        form.put("act", "people");
        form.put("juryId", jury.id().toString());
        form.put("people", own);
        form.put("_csrf", browser.csrf(page));
        var answer = browser.post(page, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("You cannot seat yourself in a jury.");
        assertThat(browser.get(page).body()).contains("1 juror").doesNotContain("2 jurors");
    }

    @Test
    void takeNoRulesThatDoNotSayWhichVersionWasRead() throws Exception {
        var scene = new Scene(context);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/policies";
        Acting.as(scene.admin);
        var policies = scene.bean(ScoringPolicies.class);
        var id = policies.define(scene.competitionId, "mean", "Mean", ScoringPolicy.plainMean());

        var form = new HashMap<>(Map.of("id", id.toString(), "input", "POINTS", "aggregate", "MEDIAN"));
        form.putAll(Map.of("correction", "NONE", "advance", "BY_HAND", "minimum", "1"));
        form.put("_csrf", browser.csrf(page));
        assertThat(browser.post(page, form).statusCode()).isEqualTo(409);
        Acting.as(scene.admin);
        assertThat(policies.get(id).policy()).isEqualTo(ScoringPolicy.plainMean());

        form.put("version", String.valueOf(policies.get(id).version()));
        assertThat(browser.post(page, form).statusCode()).isEqualTo(302);
        Acting.as(scene.admin);
        assertThat(policies.get(id).policy().aggregate().kind()).isEqualTo(ScoringPolicy.Aggregate.Kind.MEDIAN);
    }

    private static void assertRefused(Browser browser, String page, Map<String, String> fields) throws Exception {
        var form = new HashMap<>(fields);
        form.put("_csrf", browser.csrf(page));
        var answer = browser.post(page, form);
        assertThat(answer.statusCode()).as(page).isEqualTo(409);
        assertThat(answer.body()).as(page).contains("Mine alone", "replaces what is stored");
    }

    /** Fields of a page's form as a browser would send them. */
    private static Map<String, String> form(String page, String... names) {
        var fields = new HashMap<String, String>();
        for (var name : names) {
            var tag = Pattern.compile("<input[^>]* name=\"" + name + "\"[^>]*>").matcher(page);
            assertThat(tag.results().map(MatchResult::group)).as(name).anySatisfy(one -> {
                var value = Pattern.compile(" value=\"([^\"]*)\"").matcher(one);
                assertThat(value.find()).isTrue();
                fields.put(name, value.group(1));
            });
        }
        return fields;
    }

    private static RoundChange settings(String name, Instant opensAt, Duration grace) {
        return new RoundChange(name, opensAt, null, grace, false, false, Feedback.DECISION, null, null, null);
    }

    private static NewRubric rubric(String name) {
        var one = CriterionView.yesNo("idea", "Idea", BigDecimal.ONE);
        return new NewRubric("main", name, "", List.of(one));
    }

    private Browser admin(Scene scene) throws Exception {
        people.setPassword(scene.admin, PASSWORD);
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);
        return browser;
    }
}
