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
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.project.Projects.ProjectChange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whose a project is to write, to hand in and to withdraw. */
@RegattaTest
class ProjectRightsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Projects projects;

    private Scene scene;
    private UUID member;
    private UUID draft;

    @BeforeEach
    void aDraftWhileTheCallIsOpen() {
        scene = new Scene(context);
        member = scene.person("member", Role.APPLICANT);
        draft = projects.enter(
                scene.competitionId, new NewProject("1", "One", "", null, null, "T", List.of(member), false));
        var call = scene.round("call", RoundKind.INTAKE);
        scene.bean(RoundLifecycle.class).open(call);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void letsWhoRunsACompetitionSayWhereAProjectStandsAndNothingElse() {
        Acting.as(scene.person("organiser", Role.PROGRAM_ADMIN));

        assertThatThrownBy(() -> projects.submit(draft)).isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> projects.withdraw(draft)).isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> projects.change(draft, words -> retitled(words)))
                .isInstanceOf(ActionForbidden.class);
        projects.change(draft, ProjectRightsIT::placed);

        assertThat(projects.get(draft).category()).isEqualTo("Clean ports");
        assertThat(projects.get(draft).status()).isEqualTo(ProjectStatus.DRAFT);
    }

    @Test
    void letsATeamAndASuperAdminHandInAndWithdraw() {
        Acting.as(member);
        projects.change(draft, ProjectRightsIT::retitled);
        projects.submit(draft);
        Acting.as(scene.admin);
        projects.withdraw(draft);

        assertThat(projects.get(draft).title()).isEqualTo("Changed");
        assertThat(projects.get(draft).status()).isEqualTo(ProjectStatus.WITHDRAWN);
    }

    @Test
    void holdsAnOrganiserWithAnOwnProjectToTheDeadlineOfTeams() {
        scene.bean(People.class).grant(member, Role.PROGRAM_ADMIN, null, scene.competitionId);
        scene.rows()
                .sql("update round set closes_at = now() - interval '1 minute' where competition_id = ?")
                .param(scene.competitionId)
                .update();
        Acting.as(member);

        assertThatThrownBy(() -> projects.submit(draft)).isInstanceOf(IntakeClosed.class);
        assertThatThrownBy(() -> projects.change(draft, ProjectRightsIT::retitled))
                .isInstanceOf(IntakeClosed.class);
        projects.change(draft, ProjectRightsIT::placed);

        assertThat(projects.get(draft).category()).isEqualTo("Clean ports");
    }

    private static ProjectChange retitled(ProjectChange words) {
        return new ProjectChange("Changed", words.summary(), words.category(), words.country());
    }

    private static ProjectChange placed(ProjectChange words) {
        return new ProjectChange(words.title(), words.summary(), "Clean ports", words.country());
    }
}
