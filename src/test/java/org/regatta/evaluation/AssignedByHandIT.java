package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.competition.RoundNotOpen;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.jury.AssignmentState;
import org.regatta.jury.Assignments;
import org.regatta.project.Participations;
import org.regatta.shared.InvalidInput;
import org.regatta.workflow.TaskView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An organiser gives projects to jurors by hand while the round runs, with the real engine. */
@RegattaTest
class AssignedByHandIT extends JurorWithTwoProjects {

    @Autowired
    private Replacements replacements;

    @Autowired
    private Assignments assignments;

    @Autowired
    private ApplicationContext context;

    @Test
    void givesAProjectToOneMoreJurorWhileOthersReadItAndAfterAllIsIn() {
        var added = assignedOverRest(first, edition.seat(free));
        Acting.as(admin);
        assertThat(assignments.get(added).state()).isEqualTo(AssignmentState.ACTIVE);
        Acting.as(free);
        assertThat(open()).singleElement().satisfies(task -> {
            assertThat(task.projectId()).isEqualTo(first);
            assertThat(task.taskKey()).isEqualTo("scoreProject");
        });
        evaluations.submit(added, points(9), "");
        assertThat(participations.find(edition.roundId(), first)).contains(Participations.State.RUNNING);
        Acting.as(silent);
        evaluations.submit(edition.assignment(first, silent), points(7), "");
        assertThat(participations.find(edition.roundId(), first)).contains(Participations.State.EVALUATED);

        Acting.as(admin);
        var late = assignments.assign(edition.roundId(), first, edition.seat(busy));

        assertThat(participations.find(edition.roundId(), first)).contains(Participations.State.RUNNING);
        Acting.as(free);
        assertThat(open()).isEmpty();
        Acting.as(busy);
        assertThat(open().stream().map(TaskView::projectId)).containsExactlyInAnyOrder(first, second);
        evaluations.submit(late, points(8), "");
        assertThat(participations.find(edition.roundId(), first)).contains(Participations.State.EVALUATED);

        // taken off again, the task goes, and the project is done
        Acting.as(admin);
        var another = edition.juror();
        var mistaken = assignments.assign(edition.roundId(), first, edition.seat(another));
        assignments.recuse(mistaken, "The wrong one.");
        assertThat(participations.find(edition.roundId(), first)).contains(Participations.State.EVALUATED);
        Acting.as(another);
        assertThat(open()).isEmpty();
        assertThat(database.sql("select count(*) from audit_entry where type = 'jury.jurorAssigned' and actor_id = ?")
                        .param(admin)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void saysWhyAJurorCannotHaveAProject() {
        edition.conflict(first, busy);
        var competing = edition.juror();
        edition.project(competing);
        var resting = edition.juror();
        database.sql("update juror set active = false where person_id = ?")
                .param(resting)
                .update();
        var waiting = edition.project();
        Acting.as(admin);

        refused(first, edition.seat(silent), "has the project in this round, or had it");
        refused(first, edition.seat(busy), "conflict of interest");
        refused(first, edition.seat(competing), "project of their own");
        refused(first, edition.seat(resting), "gets no assignments");
        refused(first, UUID.randomUUID(), "sits in no jury");
        refused(waiting, edition.seat(free), "takes no part");
        assertThat(new Api(context, admin)
                        .get("/rounds/" + edition.roundId() + "/projects/" + first + "/free-jurors")
                        .json()
                        .findValuesAsText("jurorId"))
                .containsExactly(edition.seat(free).toString());
        Acting.as(admin);
        edition.conflict(first, admin);
        assertThatThrownBy(() -> assignments.assign(edition.roundId(), first, edition.seat(free)))
                .isInstanceOf(NotVisible.class);
        edition.status("CLOSED");
        assertThatThrownBy(() -> assignments.assign(edition.roundId(), second, edition.seat(free)))
                .isInstanceOf(RoundNotOpen.class);
        Acting.as(free);
        assertThatThrownBy(() -> assignments.assign(edition.roundId(), second, edition.seat(free)))
                .isInstanceOf(ActionForbidden.class);
    }

    /** By a request that cannot be repeated, as the juror has the project then. */
    private UUID assignedOverRest(UUID projectId, UUID jurorId) {
        var rest = new Api(context, admin);
        var wanted = "{'projectId': '%s', 'jurorId': '%s'}".formatted(projectId, jurorId);
        assertThat(rest.post("/rounds/" + edition.roundId() + "/assignments", "{}")
                        .places())
                .contains("projectId", "jurorId");
        var answer = rest.post("/rounds/" + edition.roundId() + "/assignments", wanted);
        assertThat(answer.status()).isEqualTo(201);
        var added = UUID.fromString(answer.json().path("id").asText());
        assertThat(rest.post("/rounds/" + edition.roundId() + "/assignments", wanted)
                        .places())
                .containsExactly("jurorId");
        return added;
    }

    private void refused(UUID projectId, UUID jurorId, String why) {
        assertThatThrownBy(() -> assignments.assign(edition.roundId(), projectId, jurorId))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.message()).contains(why)));
    }

    @Test
    void handsOneAssignmentOver() {
        Acting.as(admin);

        var answer = new Api(context, admin)
                .post(
                        "/assignments/" + edition.assignment(first, silent) + "/replacement",
                        "{'replacementId': '%s', 'reason': 'Ill.'}".formatted(edition.seat(free)));
        assertThat(answer.status()).isEqualTo(201);
        var taken = UUID.fromString(answer.json().path("id").asText());
        Acting.as(admin);

        assertThat(assignments.get(taken).personId()).isEqualTo(free);
        assertThat(edition.state(first, silent)).isEqualTo("REPLACED");
        assertThat(edition.state(second, silent)).isEqualTo("ACTIVE");
        assertThatThrownBy(() -> replacements.handOver(edition.assignment(first, silent), null, "Again."))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ended");
        Acting.as(free);
        assertThat(open())
                .singleElement()
                .satisfies(task -> assertThat(task.projectId()).isEqualTo(first));
    }
}
