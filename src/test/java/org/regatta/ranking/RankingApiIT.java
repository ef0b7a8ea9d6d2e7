package org.regatta.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rankings and scoring policies over real HTTP. */
@RegattaTest
class RankingApiIT {

    private static final String CLIPPED = """
            {"correction": {"kind": "CLIP", "limit": 2.50},
             "rounding": {"mean": {"decimals": 2, "mode": "HALF_UP"},
                          "stageResult": {"decimals": 2, "mode": "HALF_UP"}},
             "advance": {"kind": "TOP_N", "count": 1}}""";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Calibration calibration;

    private RankedRound world;
    private Api admin;

    @BeforeEach
    void aCompetition() {
        world = new RankedRound(database);
        admin = new Api(context, world.person("Admin", "PROGRAM_ADMIN"));
    }

    @Test
    void opensARankingDownToEveryScore() {
        var round = world.threeProjects("CLOSED", CLIPPED);
        world.score(round, "10", "J3", "10");
        calibration.compute(round);
        var path = "/rounds/" + round;

        var page = admin.get(path + "/ranking?size=2&sort=-cumulativeResult").json();
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("size").asInt()).isEqualTo(2);
        assertThat(page.path("items").findValuesAsText("number")).containsExactly("2", "10");
        assertThat(page.path("ranking").path("advancing").asInt()).isOne();

        // mean of 20, 21, 10 = 17; 19.5, 19.5, 14.5 = 17.8333…
        var opened = admin.get(path + "/ranking/" + world.project("10"));
        assertThat(opened.text()).contains("\"stageResult\":17.83").contains("\"limit\":2.50");
        var scores = opened.json().path("derivation").path("scores");
        assertThat(scores.findValuesAsText("input")).containsExactly("20", "21", "10");
        assertThat(scores.findValuesAsText("corrected")).containsExactly("19.5", "19.5", "14.5");
        assertThat(admin.get(path + "/juror-statistics").json().path("items").findValuesAsText("juror"))
                .containsExactly("J1", "J2", "J3");
    }

    @Test
    void refusesWithTheRightStatus() {
        var open = world.threeProjects("OPEN", CLIPPED);
        var path = "/rounds/" + open;
        var juror = new Api(context, world.personOf("J1"));
        var stranger = new Api(context, world.person("Stranger"));

        assertThat(admin.get(path + "/ranking").status()).isEqualTo(409);
        assertThat(admin.get(path + "/ranking").json().path("code").asText()).isEqualTo("scoresStillComing");
        assertThat(admin.get(path + "/ranking?sort=luck").places()).containsExactly("sort");
        assertThat(admin.get(path + "/ranking?size=201").places()).containsExactly("size");
        for (var part : new String[] {"/ranking", "/ranking/" + world.project("10"), "/juror-statistics"}) {
            assertThat(juror.get(path + part).status()).isEqualTo(403);
            assertThat(stranger.get(path + part).status()).isEqualTo(404);
            assertThat(admin.get("/rounds/" + UUID.randomUUID() + part).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void definesReadsAndChangesPolicies() {
        var path = "/competitions/" + world.competitionId + "/scoring-policies";

        var created = admin.post(path, "{'key': 'stage1', 'name': 'Stage 1', 'policy': " + CLIPPED + "}");
        assertThat(created.status()).isEqualTo(201);
        var one = path + "/" + created.json().path("id").asText();
        assertThat(created.location()).endsWith(one);
        assertThat(admin.get(path).json().path("items").findValuesAsText("key")).containsExactly("stage1");

        var changed = admin.put(one, "{'version': 0, 'policy': {'aggregate': {'kind': 'MEDIAN'}}}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/policy/aggregate/kind").asText()).isEqualTo("MEDIAN");
        assertThat(changed.json().path("version").asInt()).isOne();
        assertThat(admin.put(one, "{'version': 0, 'policy': {}}").status()).isEqualTo(409);
        // what was read can be sent back
        var again = admin.put(one, "{'version': 1, 'policy': " + changed.json().path("policy") + "}");
        assertThat(again.json().path("policy")).isEqualTo(changed.json().path("policy"));
    }

    @Test
    void namesEveryFieldOfAPolicyThatIsWrong() {
        var path = "/competitions/" + world.competitionId + "/scoring-policies";

        var wrong = admin.post(
                path,
                "{'key': 'k', 'name': 'n', 'policy': {'correction': {'kind': 'CLIP'}, 'advance': {'kind': 'TOP_N'}}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.places()).containsExactly("policy.correction.limit", "policy.advance.count");
        assertThat(admin.post(path, "{'key': 'k', 'name': 'n', 'policy': {'colour': 1}}")
                        .places())
                .containsExactly("policy.colour");
        assertThat(admin.post(path, "{'key': 'k', 'name': 'n'}").status()).isEqualTo(422);
        var juror = new Api(context, world.personOf("J1"));
        assertThat(juror.get(path).status()).isEqualTo(200);
        assertThat(juror.post(path, "{'key': 'k', 'name': 'n', 'policy': {}}").status())
                .isEqualTo(403);
    }
}
