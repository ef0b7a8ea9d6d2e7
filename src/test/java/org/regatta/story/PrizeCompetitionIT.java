package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A competition with quite other rules runs the same way from its own bundle.
 *
 * <p>The places in {@code expected.csv} are computed by hand: the lower median rank first, each category on its own. Three
 * pairs share a median, and the first tie rule orders them by the mean of the points for {@code impact}, the higher first:
 * T-03 (30 + 65 + 70 + 25) / 4 = 47.5 before T-02 (35 + 40 + 35 + 40) / 4 = 37.5; S-03 (55 + 100 + 70) / 3 = 75 before S-04
 * (40 + 85 + 70) / 3 = 65; S-05 (70 + 75) / 2 = 72.5, without the recused S1, before S-02 (10 + 45 + 85) / 3 = 46.7. In the
 * order of their numbers, the first and the last pair would stand the other way round.
 */
@RegattaTest
@DirtiesContext
@TestPropertySource(properties = "regatta.evaluation.take-back=PT1S")
class PrizeCompetitionIT {

    private static final Bundle PRIZE = new Bundle("regional-innovation-prize");

    @LocalServerPort
    private int port;

    @Autowired
    private People accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ranksByMedianOfRanksPerCategoryAndShortlistsByThreshold() {
        var people = new StoryPeople(accounts);
        var base = URI.create("http://localhost:" + port);
        var run = new CompetitionRun(base, PRIZE, StoryPeople.PASSWORD, line -> {});
        run.importBundle(people.superAdmin(base));
        people.givePasswords(PRIZE);

        run.run();

        var expected = new LinkedHashMap<String, String>();
        PRIZE.rows("expected.csv")
                .forEach(row -> expected.put(
                        row.getField("project"),
                        new BigDecimal(row.getField("median_rank")).setScale(2).toPlainString() + " "
                                + row.getField("place") + " " + row.getField("advances")));
        var actual = new LinkedHashMap<String, String>();
        run.rankings()
                .get("judging")
                .forEach(row -> actual.put(
                        row.path("number").asText(),
                        row.path("stageResult").decimalValue().setScale(2).toPlainString() + " "
                                + row.path("rank").asText() + " "
                                + row.path("advances").asBoolean()));
        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(statuses(run)).containsAllEntriesOf(statusesExpected(expected));
        everyTaskWasOfAJurorOfTheCategoryWhoIsNotRecused(run);
    }

    private void everyTaskWasOfAJurorOfTheCategoryWhoIsNotRecused(CompetitionRun run) {
        var evaluated = PRIZE.scores().stream()
                .map(score -> score.round() + " " + score.project() + " " + score.juror())
                .distinct()
                .toList();
        assertThat(run.tasksDone()).containsExactlyInAnyOrderElementsOf(evaluated);
        assertThat(run.tasksDone()).allMatch(task -> task.matches("judging (T-0\\d T|S-0\\d S)\\d"));
        var tasks = new JurorsTasks(jdbc);
        assertThat(tasks.ofInbox()).hasSameSizeAs(evaluated);
        assertThat(tasks.ofEngine()).containsExactlyInAnyOrderElementsOf(tasks.ofInbox());
        assertThat(tasks.recused()).hasSameSizeAs(PRIZE.recusals());
        assertThat(tasks.ofInbox()).doesNotContainAnyElementsOf(tasks.recused());
    }

    private static Map<String, String> statuses(CompetitionRun run) {
        var statuses = new LinkedHashMap<String, String>();
        run.projects()
                .forEach((number, id) -> statuses.put(
                        number,
                        run.admin().get("/api/v1/projects/" + id).path("status").asText()));
        return statuses;
    }

    private static Map<String, String> statusesExpected(Map<String, String> expected) {
        var statuses = new LinkedHashMap<String, String>();
        expected.forEach(
                (number, result) -> statuses.put(number, result.endsWith("true") ? "ADVANCED" : "NOT_SELECTED"));
        return statuses;
    }
}
