package org.regatta.project.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.PersonalData;
import org.regatta.identity.Role;
import org.regatta.identity.personal.Erasures;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.Conflicts;
import org.regatta.jury.Juries;
import org.regatta.project.ProjectFilter;
import org.regatta.project.ProjectView;
import org.regatta.project.Projects;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Who accompanies a project, and what being named for it is good for. */
@RegattaTest
@RecordApplicationEvents
class MentorsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Mentors mentors;

    @Autowired
    Projects projects;

    private Scene scene;
    private List<UUID> ids;
    private UUID mentor;

    @BeforeEach
    void twoProjectsAndAMentor() {
        scene = new Scene(context);
        ids = scene.projects(2);
        mentor = scene.person("mentor", Role.MENTOR);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void letsAMentorReadTheProjectsTheyAreNamedForAndNoOther() {
        Acting.as(mentor);
        assertThat(numbers()).isEmpty();
        assertThatThrownBy(() -> projects.get(ids.getFirst())).isInstanceOf(NotVisible.class);

        named(ids.getFirst(), mentor);

        Acting.as(mentor);
        assertThat(numbers()).containsExactly("1");
        assertThat(projects.get(ids.getFirst()).title()).isEqualTo("Project 1");
        assertThatThrownBy(() -> projects.get(ids.getLast())).isInstanceOf(NotVisible.class);
    }

    @Test
    void takesTheRightAwayWithTheNameTheRoleOrAConflictOfInterest() {
        named(ids.getFirst(), mentor);
        mentors.remove(ids.getFirst(), mentor);
        assertHidden(ids.getFirst());

        named(ids.getFirst(), mentor);
        scene.rows()
                .sql("delete from role_grant where person_id = ?")
                .param(mentor)
                .update();
        assertHidden(ids.getFirst());

        scene.bean(People.class).grant(mentor, Role.MENTOR, null, scene.competitionId);
        Acting.as(mentor);
        assertThat(numbers()).containsExactly("1");
        scene.bean(Conflicts.class).declare(ids.getFirst(), "My sister leads it.");
        assertHidden(ids.getFirst());
    }

    @Test
    void namesOnlyWhoHoldsTheRoleThereAndHasNoConflictOfInterest() {
        var juror = scene.person("juror", Role.JURY_MEMBER);
        var elsewhere = new Scene(context).person("elsewhere", Role.MENTOR);
        var partial = scene.person("partial", Role.MENTOR);
        Acting.as(partial);
        scene.bean(Conflicts.class).declare(ids.getFirst(), "My sister leads it.");
        Acting.as(scene.admin);

        assertThat(mentors.choices(ids.getFirst()))
                .extracting(MentorChoice::personId)
                .containsExactly(mentor);
        for (var nobody : List.of(juror, elsewhere, partial, UUID.randomUUID())) {
            assertThatThrownBy(() -> mentors.name(ids.getFirst(), nobody)).isInstanceOf(InvalidInput.class);
        }
        assertThat(mentors.of(ids.getFirst())).isEmpty();
        assertThat(events.stream(MentorNamed.class)).isEmpty();
    }

    @Test
    void tellsTheAuditLogOnceThatSomebodyIsNamedAndOnceThatTheyAreRemoved() {
        named(ids.getFirst(), mentor);
        mentors.name(ids.getFirst(), mentor);
        mentors.remove(ids.getFirst(), mentor);
        assertThatThrownBy(() -> mentors.remove(ids.getFirst(), mentor)).isInstanceOf(NotVisible.class);

        assertThat(scene.rows()
                        .sql(
                                "select type from audit_entry where subject = ? and details ->> 'personId' = ? order by id")
                        .params(ids.getFirst().toString(), mentor.toString())
                        .query(String.class)
                        .list())
                .containsExactly("project.mentorNamed", "project.mentorRemoved");
    }

    @Test
    void showsAMentorTheTeamOfABlindRoundUnlessTheyJudgeTheProject() {
        var round = scene.evaluationRound("blind", true);
        var jury = scene.jury("jury", 1);
        scene.bean(Juries.class).seat(round, jury.id(), null, null);
        scene.admitted(round, ids);
        scene.bean(AssignmentPlan.class).assignRound(round);
        var judging = jury.persons().getFirst();
        scene.bean(People.class).grant(judging, Role.MENTOR, null, scene.competitionId);
        named(ids.getFirst(), mentor);
        named(ids.getFirst(), judging);

        Acting.as(mentor);
        assertThat(projects.get(ids.getFirst()).teamName()).isEqualTo("Team 1");
        Acting.as(judging);
        assertThat(projects.get(ids.getFirst()).teamName()).isNull();
    }

    @Test
    void isNamedListedAndRemovedOverTheApi() {
        var admin = new Api(context, scene.person("organiser", Role.PROGRAM_ADMIN));
        var path = "/projects/" + ids.getFirst() + "/mentors";

        assertThat(admin.put(path + "/" + mentor, "").status()).isEqualTo(204);
        assertThat(admin.get(path).json().path("items").findValuesAsText("personId"))
                .containsExactly(mentor.toString());
        assertThat(new Api(context, mentor).get("/projects/" + ids.getFirst()).status())
                .isEqualTo(200);
        assertThat(new Api(context, mentor).get(path).status()).isEqualTo(403);
        assertThat(admin.put(path + "/" + scene.admin, "").places()).containsExactly("personId");
        assertThat(admin.delete(path + "/" + mentor).status()).isEqualTo(204);
        assertThat(admin.delete(path + "/" + mentor).status()).isEqualTo(404);
    }

    @Test
    void standsInThePersonsDataAndGoesWithTheirErasure() {
        named(ids.getFirst(), mentor);
        assertThat(data(mentor)).contains("Project 1", "named_at");

        Acting.as(mentor);
        scene.bean(Erasures.class).ask("I leave");
        Acting.as(scene.admin);
        scene.bean(Erasures.class).approve(mentor);

        assertThat(data(mentor)).doesNotContain("Project 1");
        assertThat(mentors.of(ids.getFirst())).isEmpty();
    }

    private String data(UUID person) {
        return context.getBeansOfType(PersonalData.class).values().stream()
                .filter(one -> one.part().equals("project"))
                .map(one -> one.of(person).get("mentored"))
                .toList()
                .toString();
    }

    private void named(UUID project, UUID person) {
        Acting.as(scene.admin);
        mentors.name(project, person);
    }

    private void assertHidden(UUID project) {
        Acting.as(mentor);
        assertThatThrownBy(() -> projects.get(project)).isInstanceOf(NotVisible.class);
        scene.bean(People.class).grant(mentor, Role.AUDIENCE, null, scene.competitionId); // sees the competition itself
        assertThat(numbers()).isEmpty();
        Acting.as(scene.admin);
    }

    private List<String> numbers() {
        return projects.list(scene.competitionId, ProjectFilter.ALL, new PageRequest(0, 50)).items().stream()
                .map(ProjectView::number)
                .toList();
    }
}
