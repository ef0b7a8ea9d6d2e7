package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.evaluation.Edition;
import org.regatta.identity.Acting;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.project.ProjectFilter;
import org.regatta.project.ProjectStatus;
import org.regatta.project.ProjectView;
import org.regatta.project.Projects;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What award masters read of a competition's projects: those that a released decision let go on or awarded. */
class ShortlistIT extends ThreeScoredProjects {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Projects projects;

    private UUID awardMaster;

    @BeforeEach
    void anAwardMaster() {
        awardMaster = edition.person(Role.AWARD_MASTER);
    }

    @Test
    void anAwardMasterReadsWhatADecisionLetGoOnOrAwardedFromItsReleaseOn() {
        var round = prepared();
        assertReads(List.of());

        lifecycle.approve(round, admin);
        assertReads(List.of());

        lifecycle.release(round);
        assertReads(List.of(middle, best));
    }

    @Test
    void searchAndFiltersFindNothingThatIsNotShortlisted() {
        released();
        Acting.as(awardMaster);

        assertThat(list(null, "Project").total()).isEqualTo(2);
        assertThat(list(ProjectStatus.AWARDED, null).items())
                .extracting(ProjectView::id)
                .containsExactly(best);
        assertThat(list(null, "Project 1").total()).isZero();
        assertThat(list(null, "Team 1").total()).isZero();
        assertThat(list(ProjectStatus.NOT_SELECTED, null).total()).isZero();
    }

    @Test
    void aConflictOfInterestHidesAShortlistedProjectFromAnAwardMaster() {
        released();
        edition.conflict(best, awardMaster);

        assertReads(List.of(middle));
        Acting.as(awardMaster);
        assertThat(list(ProjectStatus.AWARDED, null).total()).isZero();
    }

    @Test
    void aProjectThatIsWithdrawnIsNoLongerShortlisted() {
        released();
        database.sql("update project set status = 'WITHDRAWN' where id = ?")
                .param(middle)
                .update();

        assertReads(List.of(best));
    }

    @Test
    void anAwardMasterOfAnotherProgramReadsNothing() {
        released();
        var elsewhere = Edition.open(database).person(Role.AWARD_MASTER);

        Acting.as(elsewhere);
        assertThatThrownBy(() -> projects.get(best)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> list(null, null)).isInstanceOf(NotVisible.class);
    }

    @Test
    void anAwardMasterLosesTheShortlistWithTheRole() {
        released();
        var api = new Api(context, awardMaster);
        assertThat(api.get("/projects/" + best).status()).isEqualTo(200);

        database.sql("update role_grant set role = 'AUDIENCE' where person_id = ?")
                .param(awardMaster)
                .update();
        assertThat(api.get("/projects/" + best).status()).isEqualTo(404);
        assertReads(List.of());
    }

    @Test
    void anAwardMasterDoesNotKnowWhoIsBehindAProjectOfABlindRoundUntilTheCompetitionIsOver() {
        database.sql("update round set blind = true where id = ?")
                .param(edition.roundId())
                .update();
        database.sql("insert into participation (round_id, project_id, state) values (?, ?, 'ENDED')")
                .params(edition.roundId(), best)
                .update();
        released();

        Acting.as(awardMaster);
        assertThat(projects.get(best).teamName()).isNull();
        assertThat(projects.team(best)).isEmpty();
        assertThat(list(null, "Team 3").total()).isZero();
        assertThat(new Api(context, awardMaster).get("/projects/" + best).text())
                .contains("Project 3")
                .doesNotContain("Team 3", "teamName");

        database.sql("update competition set status = 'CLOSED' where id = ?")
                .param(edition.competitionId())
                .update();
        assertThat(projects.get(best).teamName()).isEqualTo("Team 3");
    }

    /** The best is to be awarded, the next to go on, the last not. */
    private UUID prepared() {
        var round = proposed(-1);
        decisions.decide(
                round,
                List.of(
                        new NewDecision(best, Outcome.AWARDED, 1, "First prize", "Outstanding."),
                        decision(middle, Outcome.ADVANCES, ""),
                        decision(last, Outcome.NOT_SELECTED, "The plan has no budget.")));
        return round;
    }

    private void released() {
        var round = prepared();
        lifecycle.approve(round, admin);
        lifecycle.release(round);
    }

    /** Exactly these, in the order of their numbers: on the list, one by one, with files and over the API. */
    private void assertReads(List<UUID> shortlisted) {
        Acting.as(awardMaster);
        var api = new Api(context, awardMaster);
        var listed = list(null, null);
        assertThat(listed.items()).extracting(ProjectView::id).containsExactlyElementsOf(shortlisted);
        assertThat(listed.total()).isEqualTo(shortlisted.size());
        assertThat(api.get("/competitions/" + edition.competitionId() + "/projects")
                        .json()
                        .path("items"))
                .hasSize(shortlisted.size());
        for (var project : List.of(best, middle, last)) {
            var status = shortlisted.contains(project) ? 200 : 404;
            assertThat(api.get("/projects/" + project).status()).isEqualTo(status);
            assertThat(api.get("/projects/" + project + "/files").status()).isEqualTo(status);
            assertThat(api.get("/projects/" + project + "/decisions").status()).isEqualTo(status);
        }
        Acting.as(admin);
    }

    private Page<ProjectView> list(ProjectStatus status, String text) {
        var filter = new ProjectFilter(status, null, text, ProjectFilter.Sort.NUMBER);
        return projects.list(edition.competitionId(), filter, new PageRequest(0, 50));
    }
}
