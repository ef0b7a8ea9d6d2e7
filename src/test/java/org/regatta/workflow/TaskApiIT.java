package org.regatta.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.regatta.Api;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.regatta.identity.token.TokenScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What programs are answered that work on tasks, with the real engine. */
@RegattaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskApiIT {

    private static final String APPROVED = "{'answers': {'editionPlan': 'approve'}}";
    private static final String SCORES = "{'answers': {'impact': 7, 'team': 4, 'comment': 'Well argued.'}}";

    @Autowired
    private ApplicationContext context;

    private OpenRound open;
    private Api juror;

    @BeforeAll
    void aRoundIsOpen() {
        open = new OpenRound(context, 5, 1);
        juror = new Api(context, open.jury.persons().getFirst());
    }

    @AfterAll
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void answersAlikeForSomebodyElsesTaskAndForNone() {
        var task = jurorsTask(1);
        var stranger = new Api(context, open.scene.person("stranger", Role.JURY_MEMBER));
        for (var address : List.of(task, "/tasks/" + UUID.randomUUID(), "/tasks/no-id")) {
            for (var answer : List.of(
                    stranger.get(address),
                    stranger.post(address + "/claim", ""),
                    stranger.post(address + "/release", ""),
                    stranger.post(address + "/complete", SCORES))) {
                refused(answer, 404, "taskNotFound");
            }
        }
        assertThat(new Api(context, open.scene.admin).get(task).status())
                .as("somebody who runs the competition, of a juror's task")
                .isEqualTo(404);
        assertThat(juror.get(task).status()).isEqualTo(200);
    }

    @Test
    void holdsAGroupsTaskForWhoeverClaimedIt() {
        var scene = new Scene(context);
        var task = groupsTask(scene);
        var first = new Api(context, scene.person("first", Role.PROGRAM_ADMIN));
        var second = new Api(context, scene.person("second", Role.PROGRAM_ADMIN));

        assertThat(first.post(task + "/claim", "").status()).isEqualTo(204);
        assertThat(first.post(task + "/claim", "").status()).as("once more").isEqualTo(204);
        refused(second.post(task + "/claim", ""), 409, "taskClaimed");
        refused(second.post(task + "/complete", APPROVED), 409, "taskClaimed");
        assertThat(second.post(task + "/release", "").status()).isEqualTo(204);
        assertThat(first.get(task).json().at("/task/assignee").isNull())
                .as("given back by somebody else")
                .isFalse();

        assertThat(first.post(task + "/release", "").status()).isEqualTo(204);
        assertThat(second.post(task + "/claim", "").status()).isEqualTo(204);
        assertThat(second.post(task + "/complete", APPROVED).status()).isEqualTo(204);
        for (var step : List.of("/claim", "/release", "/complete")) {
            refused(second.post(task + step, step.equals("/complete") ? APPROVED : ""), 409, "taskEnded");
        }
        assertThat(second.get(task).json().at("/task/state").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void namesTheFieldOfEveryAnswerTheFormDoesNotTake() {
        var complete = jurorsTask(2) + "/complete";

        assertThat(invalid(complete, "{'answers': {'impact': 11, 'team': 2.5}}"))
                .containsExactly("impact", "team");
        assertThat(invalid(complete, "{'answers': {'team': 'many', 'charm': 3}}"))
                .containsExactly("impact", "team", "charm");
        assertThat(invalid(complete, "{'answers': {'impact': 0, 'team': 10, 'comment': ['a', 'list']}}"))
                .containsExactly("impact", "comment");
        assertThat(invalid(complete, "{}")).containsExactly("answers");
        assertThat(invalid(complete, "{'answers': {}, 'claim': true}")).containsExactly("claim");
        refused(juror.post(complete, "{'answers': "), 400, "malformedBody");
        refused(juror.post(complete, "{'answers': {'impact': 7}}"), 422, "invalidInput");

        assertThat(juror.get(jurorsTask(2)).json().at("/task/state").asText()).isEqualTo("OPEN");
    }

    @Test
    void refusesWhatComesLate() {
        var task = jurorsTask(3);
        closesIn("-3 hours");
        var late = juror.post(task + "/complete", SCORES);
        closesIn("2 days");

        refused(late, 409, "evaluationClosed");
        assertThat(late.json().path("detail").asText()).contains("extend the deadline");
        assertThat(juror.get(task).json().at("/task/state").asText()).isEqualTo("OPEN");
    }

    @Test
    void asksForATokenThatMayChangeSomething() {
        var task = jurorsTask(1);
        var nobody = Api.ofNobody(context);
        var reader = new Api(
                context,
                context.getBean(ApiTokens.class).issue(open.jury.persons().getFirst(), "reads", TokenScope.READ, null));

        assertThat(nobody.get("/tasks").status()).isEqualTo(401);
        for (var step : List.of("/claim", "/release", "/complete")) {
            refused(nobody.post(task + step, SCORES), 401, "notSignedIn");
            refused(reader.post(task + step, SCORES), 403, "tokenReadsOnly");
        }
        assertThat(reader.get(task).json().at("/task/state").asText()).isEqualTo("OPEN");
    }

    @Test
    void completesATaskOnceHoweverOftenTheRequestIsRepeated() {
        var task = jurorsTask(4);
        var key = UUID.randomUUID().toString();

        var first = juror.post(task + "/complete", SCORES, key);
        var again = juror.post(task + "/complete", SCORES, key);
        var other = juror.post(task + "/complete", SCORES.replace("7", "8"), key);

        assertThat(List.of(first.status(), again.status())).containsOnly(204);
        assertThat(List.of(first.replayed(), again.replayed())).containsExactly(false, true);
        refused(other, 422, "invalidInput");
        assertThat(other.places()).containsExactly("Idempotency-Key");
        refused(juror.post(task + "/complete", SCORES), 409, "taskEnded");
        assertThat(entries("evaluation.submitted", 4)).isEqualTo(1);
    }

    @Test
    void handsAnEvaluationInOnceHoweverOftenTheRequestIsRepeated() {
        var assignment = open.assignments(0).get(4);
        var submit = "/assignments/" + assignment + "/evaluation/submit";
        var body = "{'scores': {'impact': 5, 'team': 6}, 'comment': 'Once.'}";
        var key = UUID.randomUUID().toString();

        var first = juror.post(submit, body, key);
        var again = juror.post(submit, body, key);
        var other = juror.post(submit, body.replace("Once", "Twice"), key);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(List.of(first.replayed(), again.replayed())).containsExactly(false, true);
        assertThat(again.text()).isEqualTo(first.text());
        refused(other, 422, "invalidInput");
        refused(juror.post(submit, body), 409, "evaluationClosed");
        assertThat(juror.get("/assignments/" + assignment + "/evaluation")
                        .json()
                        .path("comment")
                        .asText())
                .isEqualTo("Once.");
        assertThat(entries("evaluation.submitted", 5)).isEqualTo(1);
    }

    private static void refused(Api.Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.json().path("code").asText())
                .as(answer.text())
                .isEqualTo(status + " " + code);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    private List<String> invalid(String address, String body) {
        var answer = juror.post(address, body);
        refused(answer, 422, "invalidInput");
        answer.json()
                .path("findings")
                .forEach(finding -> assertThat(finding.path("remedy").asText()).isNotBlank());
        return answer.places();
    }

    /** Address of the juror's task on the project with this number. */
    private String jurorsTask(int project) {
        return "/tasks/"
                + open.scene
                        .rows()
                        .sql("select task_id from inbox_task where project_id = ? and task_key = 'scoreProject'")
                        .param(open.projects.get(project - 1))
                        .query(String.class)
                        .single();
    }

    /** Address of a plan's approval, which waits for all who run this competition. */
    private String groupsTask(Scene scene) {
        scene.round("mentoring", RoundKind.MENTORING);
        context.getBean(Competitions.class).start(scene.competitionId);
        return "/tasks/"
                + scene.rows()
                        .sql("select task_id from inbox_task where competition_id = ?")
                        .param(scene.competitionId)
                        .query(String.class)
                        .single();
    }

    private void closesIn(String time) {
        open.scene
                .rows()
                .sql("update round set closes_at = now() + cast(? as interval) where id = ?")
                .params(time, open.roundId)
                .update();
    }

    private long entries(String type, int project) {
        return open.scene
                .rows()
                .sql("select count(*) from audit_entry where type = ? and details ->> 'projectId' = ?")
                .params(type, open.projects.get(project - 1).toString())
                .query(Long.class)
                .single();
    }
}
