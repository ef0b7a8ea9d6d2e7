package org.regatta.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.competition.BoardFigures;
import org.regatta.competition.BoardFigures.Figure;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.jury.NewRecusal;
import org.regatta.jury.Recusals;
import org.regatta.shared.Ids;
import org.regatta.shared.PageRequest;
import org.regatta.steering.JurorProgress.Outlook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RegattaTest
class RoundProgressIT {

    private static final PageRequest FIRST = new PageRequest(0, 50);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RoundProgress progress;

    @Autowired
    private Readiness readiness;

    @AfterEach
    void nobodyIsAtWork() {
        Acting.asNobody();
    }

    @Test
    void countsWhatIsInAndWhatIsLeft() {
        var round = new OpenRound(context, 4, 2);
        round.submits(0, 4);
        round.submits(1, 1);

        var jurors =
                progress.jurors(round.roundId, ProgressSort.LEFT, true, FIRST).items();
        assertThat(jurors).extracting(JurorProgress::label).containsExactly("J2", "J1");
        assertThat(jurors).extracting(JurorProgress::left).containsExactly(3L, 0L);
        assertThat(jurors.getLast().outlook()).isEqualTo(Outlook.DONE);
        assertThat(progress.behind(round.roundId))
                .extracting(JurorProgress::label)
                .containsExactly("J2");
        assertThat(progress.forecast(round.roundId).left()).isEqualTo(3);
        assertThat(progress.forecast(round.roundId).state()).isEqualTo(Forecast.State.TOO_LITTLE);
    }

    @Test
    void countsNothingOfAJurorTakenOffAProjectWhateverWasHandedIn() {
        var round = new OpenRound(context, 3, 2);
        round.submits(0, 2);
        round.submits(1, 1);
        round.scene
                .bean(Recusals.class)
                .record(new NewRecusal(
                        round.projects.getFirst(), round.jury.jurors().getFirst(), null, "A former pupil."));

        var forecast = progress.forecast(round.roundId);
        assertThat(forecast.left()).isEqualTo(3); // of five; two of the three that came in count
        assertThat(forecast.course()).extracting(Forecast.Day::left).endsWith(3L);
        assertThat(figures(round))
                .contains(new Figure("figure.evaluations", 2, 5L, null))
                .anySatisfy(figure -> {
                    assertThat(figure.label()).isEqualTo("figure.recused");
                    assertThat(figure.count()).isOne();
                });
    }

    @Test
    void showsAProjectThatNobodyEvaluatesAndNotOneThatHasLeft() {
        var round = new OpenRound(context, 3, 1);
        var alone = round.projects.getFirst();
        assertThat(progress.unassigned(round.roundId)).isZero();
        round.scene
                .bean(Recusals.class)
                .record(new NewRecusal(alone, round.jury.jurors().getFirst(), null, "A former pupil."));

        assertThat(progress.unassigned(round.roundId)).isOne();
        var list = progress.projects(round.roundId, ProgressSort.SUBMITTED, false, FIRST);
        assertThat(list.total()).isEqualTo(3);
        assertThat(list.items())
                .extracting(ProjectProgress::projectId, ProjectProgress::assigned)
                .containsOnly(tuple(alone, 0L), tuple(round.projects.get(1), 1L), tuple(round.projects.get(2), 1L));

        round.scene
                .rows()
                .sql("update participation set state = 'ENDED' where project_id = ?")
                .param(alone)
                .update();
        assertThat(progress.unassigned(round.roundId)).isZero();
        assertThat(progress.projects(round.roundId, ProgressSort.SUBMITTED, false, FIRST)
                        .total())
                .isEqualTo(2);
    }

    private List<Figure> figures(OpenRound round) {
        var view = round.scene.bean(Rounds.class).get(round.roundId);
        return context.getBeansOfType(BoardFigures.class).values().stream()
                .flatMap(one -> one.of(List.of(view)).getOrDefault(round.roundId, List.of()).stream())
                .toList();
    }

    @Test
    void saysBeforeADeliberationThatItsRankingIsMissing() {
        var scene = new Scene(context);
        var judging = scene.evaluationRound("judging", false);
        var deliberation = scene.round("deliberation", RoundKind.DELIBERATION);
        scene.rows()
                .sql("update round set status = 'COMPLETED' where id = ?")
                .param(judging)
                .update();
        scene.rows()
                .sql("update round set decides_round_id = ? where id = ?")
                .params(judging, deliberation)
                .update();
        Acting.as(scene.admin);

        assertThat(readiness.of(scene.competitionId))
                .extracting(Gap::values)
                .contains(List.of("The round that is decided here has no approved ranking."));
    }

    @Test
    void missesNobodyWhoCanSignInByAMailedLink() {
        var scene = new Scene(context);
        var judging = scene.evaluationRound("judging", false);
        var jury = scene.jury("main", 2); // invited: nobody has a password yet
        scene.bean(Juries.class).seat(judging, jury.id(), null, null);
        assertThat(readiness.of(scene.competitionId))
                .extracting(Gap::key)
                .doesNotContain("gap.nobodySignsIn", "gap.someCannotSignIn");

        scene.rows()
                .sql("update person set enabled = false where id = ?")
                .param(jury.persons().getFirst())
                .update();
        assertThat(readiness.of(scene.competitionId)).extracting(Gap::key).contains("gap.someCannotSignIn");
    }

    @Test
    void leavesOutProjectsTheViewerHasAConflictWith() {
        var round = new OpenRound(context, 3, 2);
        conflict(round);

        assertThat(progress.projects(round.roundId, ProgressSort.NAME, false, FIRST)
                        .total())
                .isEqualTo(2);
        assertThat(progress.jurors(round.roundId, ProgressSort.NAME, false, FIRST)
                        .items())
                .extracting(JurorProgress::assigned)
                .containsExactly(2L, 2L);
        assertThat(progress.forecast(round.roundId).left()).isEqualTo(4);
    }

    @Test
    void namesJurorsToThoseWhoRunTheRoundOnly() throws Exception {
        var round = new OpenRound(context, 1, 2);
        var observer = round.scene.person("observer", Role.OBSERVER);
        var juror = round.jury.persons().getFirst();

        Acting.as(observer, () -> {
            assertThat(progress.projects(round.roundId, ProgressSort.NAME, false, FIRST)
                            .total())
                    .isOne();
            assertThatThrownBy(() -> progress.jurors(round.roundId, ProgressSort.NAME, false, FIRST))
                    .isInstanceOf(ActionForbidden.class);
            return null;
        });
        Acting.as(juror, () -> {
            assertThatThrownBy(() -> progress.projects(round.roundId, ProgressSort.NAME, false, FIRST))
                    .isInstanceOf(ActionForbidden.class);
            assertThatThrownBy(() -> progress.forecast(round.roundId)).isInstanceOf(ActionForbidden.class);
            return null;
        });
    }

    @Test
    void issuesTheSameStatementsForTenAndForTwoHundredRows() {
        var few = new OpenRound(context, 10, 1);
        var many = new OpenRound(context, 200, 1);

        assertThat(Statements.of(() -> lists(many))).hasSameSizeAs(Statements.of(() -> lists(few)));
    }

    private void lists(OpenRound round) {
        progress.jurors(round.roundId, ProgressSort.LEFT, true, FIRST);
        progress.projects(round.roundId, ProgressSort.LAST_ACT, false, FIRST);
        progress.forecast(round.roundId);
    }

    private static void conflict(OpenRound round) {
        round.scene
                .rows()
                .sql("""
                        insert into conflict_of_interest (id, competition_id, project_id, person_id, kind, declared_at)
                        values (?, ?, ?, ?, 'DECLARED', now())""")
                .params(Ids.next(), round.scene.competitionId, round.projects.getFirst(), round.scene.admin)
                .update();
    }
}
