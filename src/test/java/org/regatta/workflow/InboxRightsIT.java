package org.regatta.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Acting;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.ConflictKind;
import org.regatta.jury.Conflicts;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.InboxFilter.Due;
import org.regatta.workflow.InboxFilter.Held;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whose tasks an inbox holds, and what it costs to look. */
@RegattaTest
class InboxRightsIT {

    private static final PageRequest PAGE = new PageRequest(0, 30);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Tasks tasks;

    @Autowired
    private SavedViews views;

    private Scene scene;
    private WaitingTasks waiting;

    @BeforeEach
    void aRoundRuns() {
        scene = new Scene(context);
        waiting = new WaitingTasks(scene, scene.round("judging", RoundKind.EVALUATION));
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void showsSuperAdministratorsWhatWaitsForOrganisers() {
        var task = waiting.ofRole("PROGRAM_ADMIN", null, null);

        assertThat(tasks.get(task).taskId()).isEqualTo(task);
        assertThat(inbox.open(new InboxFilter(scene.competitionId, null, null, null, null), PAGE)
                        .items())
                .extracting(TaskView::taskId)
                .containsExactly(task);
    }

    @Test
    void showsOrganisersNothingOfOtherRolesAndOtherCompetitions() {
        var organisers = waiting.ofRole("PROGRAM_ADMIN", null, null);
        var awards = waiting.ofRole("AWARD_MASTER", null, null);
        Acting.as(scene.person("organiser", Role.PROGRAM_ADMIN));

        assertThat(inbox.open(InboxFilter.ALL, PAGE).items())
                .extracting(TaskView::taskId)
                .containsExactly(organisers);
        assertThatThrownBy(() -> tasks.get(awards)).isInstanceOf(TaskNotFound.class);
        Acting.as(new Scene(context).person("elsewhere", Role.PROGRAM_ADMIN));
        assertThat(inbox.figures().cells()).isEmpty();
        assertThatThrownBy(() -> tasks.get(organisers)).isInstanceOf(TaskNotFound.class);
    }

    @Test
    void showsWhoHoldsNoRoleTheirOwnAndNothingElse() {
        var nobody = scene.person("nobody");
        var own = waiting.of(nobody, null, null);
        waiting.ofRole("PROGRAM_ADMIN", null, null);
        Acting.as(nobody);

        assertThat(inbox.open(InboxFilter.ALL, PAGE).items())
                .extracting(TaskView::taskId)
                .containsExactly(own);
        Acting.as(scene.admin);
        assertThat(inbox.open(new InboxFilter(scene.competitionId, null, null, null, Held.MINE), PAGE)
                        .items())
                .isEmpty();
    }

    @Test
    void countsATaskOnceForWhoMayDoItTwice() {
        waiting.ofRole("PROGRAM_ADMIN", null, null);
        var organiser = scene.person("organiser", Role.PROGRAM_ADMIN);
        Acting.as(scene.admin);
        context.getBean(People.class).grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        Acting.as(organiser);

        assertThat(inbox.figures().count(InboxFilter.ALL)).isEqualTo(1);
        assertThat(inbox.waiting()).isEqualTo(1);
        assertThat(inbox.open(InboxFilter.ALL, PAGE).items()).hasSize(1);
    }

    @Test
    void tellsWhoHasAConflictNothingOfAGroupsTask() {
        var project = scene.projects(1).getFirst();
        var hidden = waiting.ofRole("PROGRAM_ADMIN", project, null);
        var organiser = scene.person("organiser", Role.PROGRAM_ADMIN);
        conflict(project, organiser);
        Acting.as(organiser);

        assertThat(inbox.figures().cells()).isEmpty();
        assertThat(inbox.waiting()).isZero();
        assertThat(inbox.open(InboxFilter.ALL, PAGE).items()).isEmpty();
        assertThatThrownBy(() -> tasks.get(hidden)).isInstanceOf(TaskNotFound.class);
        assertThatThrownBy(() -> tasks.claim(hidden)).isInstanceOf(TaskNotFound.class);
    }

    @Test
    void countsOfAPersonsOwnTasksWhatItListsOfThem() {
        var juror = scene.person("juror", Role.JURY_MEMBER);
        var projects = scene.projects(2);
        waiting.of(juror, projects.getFirst(), Duration.ofHours(1));
        var free = waiting.of(juror, projects.getLast(), Duration.ofHours(2));
        var plain = waiting.of(juror, null, Duration.ofHours(2));
        conflict(projects.getFirst(), juror);
        Acting.as(juror);

        holdsExactly(free, plain);
        scene.rows()
                .sql("insert into team_member (team_id, person_id) select team_id, ? from project where id in (?, ?)")
                .params(juror, projects.getFirst(), projects.getLast())
                .update();
        holdsExactly(plain);
    }

    /** All of them due within two hours. */
    private void holdsExactly(String... taskIds) {
        var ids = List.of(taskIds);
        var none = InboxFilter.ALL.with(Due.LATER);
        for (var filter : List.of(InboxFilter.ALL, InboxFilter.ALL.with(Due.SOON), InboxFilter.ALL.with(Held.MINE))) {
            var page = inbox.open(filter, PAGE);
            assertThat(page.items()).extracting(TaskView::taskId).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(page.total()).as("%s", filter).isEqualTo(ids.size());
            assertThat(inbox.open(filter, new PageRequest(9, 30)).total()).isEqualTo(ids.size());
            assertThat(inbox.figures().count(filter)).as("%s", filter).isEqualTo(ids.size());
        }
        assertThat(inbox.open(none, PAGE).total()).isZero();
        assertThat(inbox.waiting()).isEqualTo(ids.size());
        assertThat(inbox.figures().cells()).hasSize(1);
        assertThat(inbox.counts().nextDue())
                .isEqualTo(inbox.open(InboxFilter.ALL, PAGE).items().getFirst().dueAt());
    }

    @Test
    void sortsTasksByUrgencyAndCountsThemAsItListsThem() {
        var juror = scene.person("juror", Role.JURY_MEMBER);
        waiting.of(juror, null, Duration.ofHours(-1));
        waiting.of(juror, null, Duration.ofHours(47));
        waiting.of(juror, null, Duration.ofHours(49));
        waiting.of(juror, null, Duration.ofDays(8));
        waiting.of(juror, null, null);
        Acting.as(juror);
        var figures = inbox.figures();

        for (var due : Due.values()) {
            var filter = InboxFilter.ALL.with(due);
            assertThat(figures.count(filter)).as("%s", due).isEqualTo(1);
            assertThat(inbox.open(filter, PAGE).items()).as("%s", due).hasSize(1);
        }
        assertThat(figures.counts().overdue()).isEqualTo(1);
    }

    @Test
    void tellsHowMuchOfARoundIsDone() {
        var juror = scene.person("juror", Role.JURY_MEMBER);
        waiting.done(waiting.of(juror, null, null));
        waiting.of(juror, null, null);
        waiting.of(juror, null, null);
        Acting.as(juror);

        assertThat(inbox.progress()).singleElement().satisfies(progress -> {
            assertThat(progress.done()).isEqualTo(1);
            assertThat(progress.whole()).isEqualTo(3);
        });
    }

    @Test
    void asksAsManyStatementsForTenTasksAsForTwoHundred() {
        var juror = scene.person("juror", Role.JURY_MEMBER);
        fill(juror, 10);
        Acting.as(juror);
        var few = Statements.of(this::look);
        fill(juror, 190);
        var many = Statements.of(this::look);

        assertThat(many).hasSameSizeAs(few);
        assertThat(inbox.figures().count(InboxFilter.ALL)).isEqualTo(200);
    }

    @Test
    void sharesViewsWithThePeopleAtWorkInTheCompetitionOnly() {
        var organiser = scene.person("organiser", Role.PROGRAM_ADMIN);
        Acting.as(organiser);
        views.save("/inbox", "due=OVERDUE" + here(), "Late ones", true);
        views.save("/inbox", "due=SOON", "My own", false);
        views.save("/people", "state=LOCKED", "Of another list", false);

        assertThat(names(scene.person("juror", Role.JURY_MEMBER))).containsExactly("Late ones");
        assertThat(names(scene.person("applicant", Role.APPLICANT))).isEmpty();
        assertThat(names(new Scene(context).person("elsewhere", Role.PROGRAM_ADMIN)))
                .isEmpty();
        assertThat(names(organiser)).containsExactly("Late ones", "My own");
    }

    @Test
    void letsNobodyRemoveTheViewsOfOthersOrShareWhereTheyHaveNoPlace() {
        var organiser = scene.person("organiser", Role.PROGRAM_ADMIN);
        Acting.as(organiser);
        views.save("/inbox", "due=OVERDUE" + here(), "Late ones", true);
        var view = views.of("/inbox").getFirst().id();
        Acting.as(scene.person("juror", Role.JURY_MEMBER));

        assertThatThrownBy(() -> views.remove(view)).isInstanceOf(NotVisible.class);
        Acting.as(new Scene(context).person("elsewhere", Role.PROGRAM_ADMIN));
        assertThatThrownBy(() -> views.save("/inbox", here().substring(1), "Mine", true))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> views.save("/projects", "", "Of no list", false))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> views.save("/inbox", "due={SOON}", "Of no address", false))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> views.save("/inbox", "due=SOON", "Of all", true))
                .isInstanceOf(InvalidInput.class);

        Acting.as(organiser);
        views.save("/inbox", "due=SOON" + here(), "Late ones", true);
        views.remove(view);
        assertThat(scene.rows()
                        .sql("""
                                select b.words::jsonb #>> '{changes,query,before}' from audit_entry e
                                  join audit_personal b on b.entry_id = e.id where e.subject = ? order by e.id offset 1""")
                        .param(view.toString())
                        .query(String.class)
                        .list())
                .as("what the log says it was")
                .containsExactly("due=OVERDUE" + here(), "due=SOON" + here());
    }

    private String here() {
        return "&competition=" + scene.competitionId;
    }

    private List<String> names(UUID person) {
        Acting.as(person);
        return views.of("/inbox").stream().map(SavedViews.SavedView::name).toList();
    }

    private void look() {
        inbox.open(InboxFilter.ALL, PAGE, inbox.figures());
        inbox.progress();
        views.of("/inbox");
    }

    private void fill(UUID juror, int tasksMore) {
        for (int at = 0; at < tasksMore; at++) {
            waiting.of(juror, null, Duration.ofHours(at));
        }
    }

    private void conflict(UUID project, UUID person) {
        Acting.as(scene.admin);
        context.getBean(Conflicts.class).record(project, person, ConflictKind.DECLARED, "they work together");
    }
}
