package org.regatta.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundLifecycle;
import org.regatta.identity.Acting;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What becomes of projects handed in around the deadline of their call. */
@RegattaTest
@RecordApplicationEvents
class LateSubmissionIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Projects projects;

    private Scene scene;

    @BeforeEach
    void aCompetition() {
        scene = new Scene(context);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void letsATeamHandInOnlyWhileTheIntakeIsOpenByTheDatabasesClock() {
        var member = scene.person("member", Role.APPLICANT);
        var stranger = scene.person("stranger", Role.APPLICANT);
        var draft = projects.enter(
                scene.competitionId, new NewProject("1", "One", "", null, null, "T", List.of(member), false));
        var intake = scene.round("call", RoundKind.INTAKE);

        Acting.as(member);
        assertThatThrownBy(() -> projects.submit(draft)).isInstanceOf(IntakeClosed.class);
        scene.bean(RoundLifecycle.class).open(intake);
        closesAgo(intake, 60, 0);
        assertThatThrownBy(() -> projects.submit(draft)).isInstanceOf(IntakeClosed.class);
        closesAgo(intake, 60, 59);
        assertThatThrownBy(() -> projects.submit(draft)).isInstanceOf(IntakeClosed.class);
        closesAgo(intake, 60, 3600);
        Acting.as(stranger);
        assertThatThrownBy(() -> projects.submit(draft)).isInstanceOf(NotVisible.class);
        Acting.as(member);
        projects.submit(draft);

        assertThat(projects.get(draft).status()).isEqualTo(ProjectStatus.SUBMITTED);
        assertThatThrownBy(() -> projects.submit(draft)).isInstanceOf(ProjectEnded.class);
        assertThat(events.stream(ProjectSubmitted.class)).singleElement().matches(ProjectSubmitted::late);
        assertThat(scene.bean(OwnProjects.class).find(draft))
                .hasValueSatisfying(one -> assertThat(one.submittedLate()).isTrue());
    }

    @Test
    void marksNothingAsLateThatIsHandedInBeforeTheDeadline() {
        var member = scene.person("member", Role.APPLICANT);
        var draft = projects.enter(
                scene.competitionId, new NewProject("1", "One", "", null, null, "T", List.of(member), false));
        var intake = scene.round("call", RoundKind.INTAKE);
        scene.bean(RoundLifecycle.class).open(intake);
        closesAgo(intake, -60, 3600);

        Acting.as(member);
        projects.submit(draft);

        assertThat(events.stream(ProjectSubmitted.class)).singleElement().matches(event -> !event.late());
    }

    private void closesAgo(UUID roundId, int seconds, int grace) {
        scene.rows()
                .sql("""
                        update round set closes_at = now() - make_interval(secs => :seconds), grace_seconds = :grace
                        where id = :id""")
                .param("seconds", seconds)
                .param("grace", grace)
                .param("id", roundId)
                .update();
    }
}
