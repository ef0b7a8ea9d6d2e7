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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A competition with quite other rules runs the same way from its own bundle. */
@RegattaTest
@DirtiesContext
@TestPropertySource(properties = "regatta.evaluation.take-back=PT1S")
class PrizeCompetitionIT {

    private static final Bundle PRIZE = new Bundle("regional-innovation-prize");

    @LocalServerPort
    private int port;

    @Autowired
    private People accounts;

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
                                + row.getField("advances")));
        var actual = new LinkedHashMap<String, String>();
        run.rankings()
                .get("judging")
                .forEach(row -> actual.put(
                        row.path("number").asText(),
                        row.path("stageResult").decimalValue().setScale(2).toPlainString() + " "
                                + row.path("advances").asBoolean()));
        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(statuses(run)).containsAllEntriesOf(statusesExpected(expected));
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
