package org.regatta.project.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.Juries;
import org.regatta.project.Projects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RegattaTest
class ProjectApiIT {

    @Autowired
    ApplicationContext context;

    private Scene scene;
    private Api admin;
    private String projects;

    @BeforeEach
    void aCompetition() {
        scene = new Scene(context);
        admin = new Api(context, scene.admin);
        projects = "/competitions/" + scene.competitionId + "/projects";
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void entersChangesSubmitsAndWithdrawsAProject() {
        var member = scene.person("member", Role.APPLICANT);
        var created = admin.post(
                projects,
                "{'number': '7', 'title': 'Seven', 'teamName': 'Crew', 'country': 'FR', 'memberIds': ['%s']}"
                        .formatted(member));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("status").asText()).isEqualTo("DRAFT");
        assertThat(created.json().path("team").path("members").size()).isOne();
        var project = "/projects/" + created.json().path("id").asText();
        assertThat(created.location()).endsWith(project);

        var changed =
                admin.patch(project, "{'title': 'Seven seas', 'country': null}").json();
        assertThat(changed.path("title").asText()).isEqualTo("Seven seas");
        assertThat(changed.path("country").isNull()).isTrue();
        assertThat(admin.post(project + "/submit", "").status()).isEqualTo(204);
        var again = admin.post(project + "/submit", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("projectEnded");
        assertThat(new Api(context, member).post(project + "/withdraw", "").status())
                .isEqualTo(204);
        assertThat(admin.get(project).json().path("status").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void tellsATeamWhereItsProjectStandsInTheWordsOfItsPage() throws Exception {
        var member = scene.person("member", Role.APPLICANT);
        scene.bean(People.class).setPassword(member, "calm-water-2026");
        scene.evaluationRound("judging", false);
        var project = scene.bean(Projects.class).enter(scene.competitionId, scene.project("9", null, member));
        var browser = new Browser(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        browser.signIn(
                scene.bean(People.class).byIds(Set.of(member)).get(member).email(), "calm-water-2026");
        var page = browser.get("/projects/" + project + "?lang=en").body();

        var answer = new Api(context, member).get("/projects/" + project + "/course");

        assertThat(answer.status()).isEqualTo(200);
        var course = answer.json();
        var said = new ArrayList<String>();
        for (var part : List.of("title", "lead", "happened", "who", "expected")) {
            said.add(course.path(part).asText());
        }
        course.path("steps").forEach(step -> {
            said.add(step.path("title").asText());
            step.path("lines").forEach(line -> said.add(line.asText()));
        });
        assertThat(said)
                .hasSizeGreaterThan(8)
                .allSatisfy(words -> assertThat(page).contains(words));
        assertThat(course.path("project").path("number").asText()).isEqualTo("9");
        assertThat(admin.get("/projects/" + project + "/course").status())
                .as("it is the team's; organisers have its history")
                .isEqualTo(404);
    }

    @Test
    void refusesWrongProjectsWithAFindingPerField() {
        scene.projects(1);

        assertThat(admin.post(projects, "{'number': '', 'title': '', 'teamName': 'T', 'country': 'France'}")
                        .places())
                .containsExactlyInAnyOrder("number", "title", "country");
        assertThat(admin.post(projects, "{}").places()).containsExactlyInAnyOrder("number", "title", "teamName");
        assertThat(admin.post(projects, "{'number': '1', 'title': 'One', 'teamName': 'T'}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("duplicateKey");
        assertThat(admin.post(projects, "[]").status()).isIn(400, 422);
        assertThat(admin.get(projects + "?status=LOST").places()).containsExactly("status");
        assertThat(admin.get(projects + "?page=-1").places()).containsExactly("page");
        assertThat(admin.get("/projects/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(admin.get("/projects/nonsense").status()).isEqualTo(404);
    }

    @Test
    void listsPagesInTheirOrderWithTheirTotal() {
        scene.projects(12);

        var page = admin.get(projects + "?page=1&size=10").json();

        assertThat(page.path("total").asInt()).isEqualTo(12);
        assertThat(page.path("page").asInt()).isOne();
        assertThat(page.path("size").asInt()).isEqualTo(10);
        assertThat(page.path("items").findValuesAsText("number")).containsExactly("11", "12");
    }

    @Test
    void sendsNoTeamToAJurorOfABlindRound() {
        var ids = scene.projects(2);
        var roundId = scene.evaluationRound("r1", true);
        var jury = scene.jury("j", 1);
        scene.bean(Juries.class).seat(roundId, jury.id(), null, null);
        scene.admitted(roundId, ids);
        scene.bean(AssignmentPlan.class).assignRound(roundId);
        var juror = new Api(context, jury.persons().getFirst());

        assertThat(juror.get("/projects/" + ids.getFirst()).text())
                .contains("Project 1")
                .doesNotContain("team")
                .doesNotContain("Team");
        assertThat(juror.get(projects + "?sort=TEAM").text())
                .contains("Project 2")
                .doesNotContain("team")
                .doesNotContain("Team");
        assertThat(juror.get(projects + "?text=Team%201").json().path("total").asInt())
                .isZero();
        assertThat(juror.patch("/projects/" + ids.getFirst(), "{'title': 'x'}").status())
                .isEqualTo(403);
        assertThat(admin.get("/projects/" + ids.getFirst())
                        .json()
                        .path("team")
                        .path("name")
                        .asText())
                .isEqualTo("Team 1");
    }
}
