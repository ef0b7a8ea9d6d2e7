package org.regatta.jury.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.Juries;
import org.regatta.project.Projects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RegattaTest
class JuryApiIT {

    @Autowired
    ApplicationContext context;

    private Scene scene;
    private Api admin;
    private UUID roundId;

    @BeforeEach
    void aRound() {
        scene = new Scene(context);
        admin = new Api(context, scene.admin);
        roundId = scene.evaluationRound("r1", false);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void createsAJurySeatsItAndRefusesWrongInput() {
        var juries = "/competitions/" + scene.competitionId + "/juries";
        var created = admin.post(juries, "{'key': 'main', 'name': 'Main jury'}");
        assertThat(created.status()).isEqualTo(201);
        var juryId = created.json().path("id").asText();
        assertThat(admin.post(juries, "{'key': 'main', 'name': 'Again'}").status())
                .isEqualTo(409);
        assertThat(admin.post(juries, "{'key': '?', 'name': ''}").places()).contains("key", "name");

        var person = scene.person("juror");
        var jurors = "/juries/" + juryId + "/jurors";
        var body = "{'jurors': [{'personId': '%s', 'label': 'J1', 'weight': 1.25}]}".formatted(person);
        var added = admin.post(jurors, body);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text()).contains("1.25");
        assertThat(admin.post(jurors, body).places()).containsExactly("jurors[0].personId", "jurors[0].label");
        assertThat(admin.post(jurors, "{'jurors': []}").places()).containsExactly("jurors");
        assertThat(admin.post(
                                jurors,
                                "{'jurors': [{'personId': '%s', 'label': 'J2', 'weight': -1}]}"
                                        .formatted(scene.person("p")))
                        .places())
                .containsExactly("jurors[0].weight");

        var seats = "/rounds/" + roundId + "/juries";
        assertThat(admin.post(seats, "{'juryId': '%s', 'jurorsPerProject': 3}".formatted(juryId))
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(seats, "{'juryId': '%s', 'jurorsPerProject': 0}".formatted(juryId))
                        .places())
                .containsExactly("jurorsPerProject");
        assertThat(admin.post(seats, "{'juryId': '%s'}".formatted(UUID.randomUUID()))
                        .places())
                .containsExactly("juryId");
        assertThat(admin.get(seats).json().path("items").size()).isOne();
        assertThat(admin.get(juries).json().path("items").path(0).path("jurors").asInt())
                .isOne();
        assertThat(new Api(context, person).get(juries).status()).isEqualTo(403);
        assertThat(new Api(context, scene.person("x")).get(jurors).status()).isEqualTo(404);
    }

    @Test
    void addsJurorsByAddressAndLetsThemRest() {
        var jury = scene.jury("main", 1);
        var person = jury.persons().getFirst();
        var jurors = "/juries/" + jury.id() + "/jurors";
        var byAddress = "{'jurors': [{'email': 'Nova.%s@example.org', 'label': 'J7'}]}".formatted(scene.programId);
        assertThat(admin.post(jurors, byAddress).status()).isEqualTo(201);
        assertThat(admin.post(jurors, byAddress).places()).containsExactly("jurors[0].personId", "jurors[0].label");
        assertThat(admin.post(jurors, "{'jurors': [{'label': 'J8'}]}").places()).containsExactly("jurors[0].email");
        var newcomer = admin.get(jurors).json().path("items").path(1).path("id").asText();
        assertThat(admin.patch("/jurors/" + newcomer, "{'active': false}").status())
                .isEqualTo(204);
        assertThat(admin.patch("/jurors/" + UUID.randomUUID(), "{'active': false}")
                        .status())
                .isEqualTo(404);
        assertThat(new Api(context, person)
                        .patch("/jurors/" + newcomer, "{'active': true}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void letsNobodyWhoRunsTheCompetitionSeatThemselves() {
        var jury = scene.jury("main", 1);
        var organiser = scene.person("organiser");
        scene.bean(People.class).grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        var jurors = "/juries/" + jury.id() + "/jurors";

        for (var self : List.of(organiser, scene.admin)) {
            var own = new Api(context, self);
            var byId = own.post(jurors, "{'jurors': [{'personId': '%s', 'label': 'J7'}]}".formatted(self));
            assertThat(byId.status()).isEqualTo(422);
            assertThat(byId.places()).containsExactly("jurors[0].personId");
            assertThat(byId.text()).contains("You cannot seat yourself in a jury.");
            var email = scene.bean(People.class).byIds(List.of(self)).get(self).email();
            assertThat(own.post(jurors, "{'jurors': [{'email': '%s', 'label': 'J7'}]}".formatted(email))
                            .places())
                    .containsExactly("jurors[0].personId");
        }
        assertThat(new Api(context, scene.admin)
                        .post(jurors, "{'jurors': [{'personId': '%s', 'label': 'J7'}]}".formatted(organiser))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void takesASeatAndARoundAway() {
        var jury = scene.jury("main", 1);
        var person = jury.persons().getFirst();
        var seats = "/rounds/" + roundId + "/juries";
        admin.post(seats, "{'juryId': '%s'}".formatted(jury.id()));

        var seat = seats + "/"
                + admin.get(seats).json().path("items").path(0).path("id").asText();
        assertThat(new Api(context, person).delete(seat).status()).isEqualTo(403);
        assertThat(admin.delete(seat).status()).isEqualTo(204);
        assertThat(admin.delete(seat).status()).isEqualTo(404);
        assertThat(admin.delete("/rounds/" + roundId).status()).isEqualTo(204);
        assertThat(admin.get("/rounds/" + roundId).status()).isEqualTo(404);
    }

    @Test
    void letsAJurorStepBackFromAnOwnAssignmentOnly() {
        var jury = assigned();
        var juror = new Api(context, jury.persons().getFirst());
        var own = juror.get("/rounds/" + roundId + "/assignments").json();
        assertThat(own.path("total").asInt()).isEqualTo(2);
        var assignment = "/assignments/" + own.path("items").path(0).path("id").asText();

        assertThat(juror.post(assignment + "/recuse", "{'reason': ''}").places())
                .containsExactly("reason");
        assertThat(new Api(context, jury.persons().getLast())
                        .post(assignment + "/recuse", "{'reason': 'not mine'}")
                        .status())
                .isEqualTo(404);
        assertThat(juror.post(assignment + "/recuse", "{'reason': 'taught the contestant'}")
                        .status())
                .isEqualTo(204);

        assertThat(juror.get("/rounds/" + roundId + "/assignments")
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(juror.get(assignment).status()).isEqualTo(404);
        assertThat(admin.get(assignment).json().path("state").asText()).isEqualTo("RECUSED");
    }

    @Test
    void recordsConflictsAndRecusals() {
        var jury = assigned();
        var projectId =
                scene.bean(Projects.class).idsByNumber(scene.competitionId).get("1");
        var project = "/projects/" + projectId;
        var juror = new Api(context, jury.persons().getFirst());

        var declared = juror.post(project + "/conflicts", "{'reason': 'my sister'}");
        assertThat(declared.status()).isEqualTo(201);
        assertThat(juror.get(project).status()).isEqualTo(404);
        assertThat(admin.get(project + "/conflicts").json().path("total").asInt())
                .isOne();
        var conflict = "/conflicts/" + declared.json().path("id").asText();
        assertThat(juror.delete(conflict).status()).isIn(403, 404);
        assertThat(admin.delete(conflict).status()).isEqualTo(204);
        assertThat(admin.delete(conflict).status()).isEqualTo(404);

        var other = new Api(context, jury.persons().getLast());
        assertThat(other.post(
                                project + "/conflicts",
                                "{'personId': '%s', 'reason': 'gossip'}"
                                        .formatted(jury.persons().getFirst()))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(
                                project + "/recusals",
                                "{'jurorId': '%s', 'reason': 'ill'}"
                                        .formatted(jury.jurors().getLast()))
                        .status())
                .isEqualTo(204);
        assertThat(other.get(project).status()).isEqualTo(404);
        assertThat(admin.post(project + "/recusals", "{'jurorId': '%s', 'reason': 'ill'}".formatted(UUID.randomUUID()))
                        .places())
                .containsExactly("jurorId");
        assertThat(admin.post("/projects/" + UUID.randomUUID() + "/recusals", "{}")
                        .places())
                .contains("jurorId");
    }

    private Scene.Jury assigned() {
        var projects = scene.projects(2);
        var jury = scene.jury("j", 2);
        scene.bean(Juries.class).seat(roundId, jury.id(), null, null);
        scene.admitted(roundId, List.copyOf(projects));
        scene.bean(AssignmentPlan.class).assignRound(roundId);
        return jury;
    }
}
