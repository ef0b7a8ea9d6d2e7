package org.regatta.competition.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundLifecycle;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RegattaTest
class CompetitionApiIT {

    @Autowired
    ApplicationContext context;

    private Scene scene;
    private Api admin;
    private Api juror;
    private Api stranger;
    private String competition;

    @BeforeEach
    void aCompetition() {
        scene = new Scene(context);
        admin = new Api(context, scene.admin);
        juror = new Api(context, scene.person("juror", Role.JURY_MEMBER));
        stranger = new Api(context, scene.person("stranger"));
        competition = "/competitions/" + scene.competitionId;
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void createsAndListsPrograms() {
        var key = "p-" + UUID.randomUUID().toString().substring(0, 8);

        var created = admin.post("/programs", "{'key': '%s', 'name': 'Prize'}".formatted(key));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.location())
                .endsWith("/programs/" + created.json().path("id").asText());
        assertThat(admin.get("/programs").text()).contains(key);
        assertThat(stranger.get("/programs").json().path("total").asInt()).isZero();
        assertThat(juror.get("/programs")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(scene.programId.toString());
    }

    @Test
    void refusesWrongProgramsWithAFindingPerField() {
        var wrong = admin.post("/programs", "{'key': 'no spaces', 'name': ' '}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.places()).containsExactly("key", "name");
        assertThat(admin.post("/programs", "{}").places()).containsExactlyInAnyOrder("key", "name");
        assertThat(admin.post("/programs", "{'key': ").status()).isEqualTo(400);
        assertThat(admin.post("/programs", "{'key': 'a', 'name': 'b', 'more': 1}")
                        .places())
                .containsExactly("more");
        assertThat(juror.post("/programs", "{'key': 'a', 'name': 'b'}").status())
                .isEqualTo(403);

        var key = "p-" + UUID.randomUUID().toString().substring(0, 8);
        var body = "{'key': '%s', 'name': 'Prize'}".formatted(key);
        admin.post("/programs", body);
        var twice = admin.post("/programs", body);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.json().path("code").asText()).isEqualTo("duplicateKey");
    }

    @Test
    void createsCompetitionsAndHidesThemFromStrangers() {
        var created = admin.post(
                "/competitions",
                "{'programId': '%s', 'key': '2027', 'name': 'Next', 'zone': 'Europe/Paris'}"
                        .formatted(scene.programId));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("zone").asText()).isEqualTo("Europe/Paris");
        assertThat(created.json().path("status").asText()).isEqualTo("DRAFT");
        assertThat(stranger.get(competition).status()).isEqualTo(404);
        assertThat(stranger.get("/competitions/" + UUID.randomUUID()).text().length())
                .isEqualTo(stranger.get(competition).text().length());
        assertThat(juror.get(competition).status()).isEqualTo(200);
        assertThat(juror.get("/competitions?size=10").json().path("total").asInt())
                .isOne();
        assertThat(juror.get("/competitions?size=1000").places()).containsExactly("size");
        assertThat(admin.post(
                                "/competitions",
                                "{'programId': '%s', 'key': '2028', 'name': 'Next', 'zone': 'Mars/Base'}"
                                        .formatted(scene.programId))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(
                                "/competitions",
                                "{'programId': '%s', 'key': '2028', 'name': 'Next', 'zone': 'UTC'}"
                                        .formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void addsChangesAndExtendsRounds() {
        var created = admin.post(
                competition + "/rounds",
                "{'key': 'call', 'name': 'Call', 'kind': 'INTAKE', 'closesAt': '2035-01-01T10:00:00Z', 'grace': 'PT1H'}");
        assertThat(created.status()).isEqualTo(201);
        var round = "/rounds/" + created.json().path("id").asText();

        var changed =
                admin.patch(round, "{'name': 'Open call', 'closesAt': null}").json();
        assertThat(changed.path("name").asText()).isEqualTo("Open call");
        assertThat(changed.path("closesAt").isNull()).isTrue();
        assertThat(changed.path("grace").asText()).isEqualTo("PT1H");
        assertThat(admin.post(round + "/deadline", "{'closesAt': '2036-01-01T10:00:00Z'}")
                        .json()
                        .path("closesAt")
                        .asText())
                .isEqualTo("2036-01-01T10:00:00Z");

        assertThat(admin.patch(round, "{'status': 'OPEN'}").places()).containsExactly("status");
        assertThat(admin.patch(round, "{'grace': 'soon'}").places()).containsExactly("grace");
        assertThat(admin.patch(round, "{'name': ''}").places()).contains("name");
        assertThat(admin.post(round + "/deadline", "{'closesAt': '2001-01-01T10:00:00Z'}")
                        .places())
                .containsExactly("closesAt");
        assertThat(admin.post(round + "/close", "").json().path("code").asText())
                .isEqualTo("roundNotOpen");
        assertThat(juror.patch(round, "{'name': 'x'}").status()).isEqualTo(403);
        assertThat(stranger.get(round).status()).isEqualTo(404);
        assertThat(juror.get(competition + "/rounds").json().path("items").size())
                .isOne();
        assertThat(admin.post(competition + "/rounds", "{'key': 'call', 'name': 'Call', 'kind': 'INTAKE'}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.post(competition + "/rounds", "{'key': 'x', 'name': 'x', 'kind': 'PARTY'}")
                        .places())
                .containsExactly("kind");
    }

    @Test
    void changesNoRoundThatHasOpened() {
        var roundId = scene.round("call", RoundKind.INTAKE);
        scene.bean(RoundLifecycle.class).open(roundId);

        var refused = admin.patch("/rounds/" + roundId, "{'blind': true}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("roundAlreadyOpened");
    }

    @Test
    void startsACompetitionOnlyWithRoundsAndOnlyForOrganisers() {
        assertThat(admin.post(competition + "/start", "").places()).containsExactly("rounds");
        scene.round("call", RoundKind.INTAKE);
        assertThat(juror.post(competition + "/start", "").status()).isEqualTo(403);
        assertThat(stranger.post(competition + "/start", "").status()).isEqualTo(404);
        scene.rows()
                .sql("update competition set status = 'RUNNING' where id = :id")
                .param("id", scene.competitionId)
                .update();

        assertThat(admin.post(competition + "/start", "").json().path("code").asText())
                .isEqualTo("competitionRunning");
    }
}
