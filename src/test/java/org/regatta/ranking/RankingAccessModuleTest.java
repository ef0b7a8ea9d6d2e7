package org.regatta.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Statements;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.ranking.RankingFilter.Show;
import org.regatta.ranking.Rankings.Order;
import org.regatta.ranking.Rankings.Order.Column;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may read which ranking and which policy, on a real database. */
@RankingSlice
class RankingAccessModuleTest {

    private static final PageRequest FIRST = new PageRequest(0, 50);
    private static final String TOP_ONE = "{\"advance\": {\"kind\": \"TOP_N\", \"count\": 1}}";

    @Autowired
    Calibration calibration;

    @Autowired
    Rankings rankings;

    @Autowired
    Distributions distributions;

    @Autowired
    Remarks remarks;

    @Autowired
    ScoringPolicies policies;

    @Autowired
    JdbcClient database;

    @Autowired
    RankingSlice.KnownConflicts conflicts;

    private RankedRound world;
    private UUID admin;

    @BeforeEach
    void beginsWithAnEmptyCompetition() {
        world = new RankedRound(database);
        admin = world.person("Admin", "PROGRAM_ADMIN");
    }

    @AfterEach
    void leavesNobodySignedIn() {
        Acting.asNobody();
        conflicts.projects = Set.of();
    }

    @Test
    void refusesARoundThatIsNotClosed() {
        var round = world.threeProjects("OPEN", TOP_ONE);

        assertThatThrownBy(() -> calibration.compute(round)).isInstanceOf(ScoresStillComing.class);
        assertThatThrownBy(() -> as(admin, () -> rankings.current(round))).isInstanceOf(ScoresStillComing.class);
    }

    @Test
    void showsTheRankingOnlyToThoseWhoMayReadIt() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        calibration.compute(round);

        assertThat(as(world.person("Observer", "OBSERVER"), () -> rankings.rows(round, FIRST))
                        .total())
                .isEqualTo(3);
        assertThatThrownBy(() -> as(world.person("Stranger"), () -> rankings.rows(round, FIRST)))
                .isInstanceOf(NotVisible.class);
        for (var role : List.of("JURY_MEMBER", "APPLICANT", "AUDIENCE", "MENTOR")) {
            var person = world.person("Somebody", role);
            assertThatThrownBy(() -> as(person, () -> rankings.rows(round, FIRST)))
                    .isInstanceOf(ActionForbidden.class);
            assertThatThrownBy(() -> as(person, () -> rankings.derivation(round, world.project("2"))))
                    .isInstanceOf(ActionForbidden.class);
            assertThatThrownBy(() -> as(person, () -> rankings.jurors(round))).isInstanceOf(ActionForbidden.class);
        }
        assertThatThrownBy(() -> as(admin, () -> rankings.current(UUID.randomUUID())))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void putsNobodysRemarksBesideARankingWhoseScoresDoNotCount() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        world.evaluation(round, "2", "J2", "RECUSED", "SUBMITTED", "25");
        calibration.compute(round);

        assertThat(as(admin, () -> remarks.of(round, List.of(world.project("2")))))
                .extracting(Remark::juror)
                .containsExactly("J1");
    }

    @Test
    void letsJurorsReadWhileTheyDeliberate() throws Exception {
        var round = world.threeProjects("COMPLETED", TOP_ONE);
        calibration.compute(round);
        world.deliberation(round, "OPEN");

        assertThat(as(world.personOf("J1"), () -> rankings.rows(round, FIRST)).total())
                .isEqualTo(3);
    }

    @Test
    void hidesProjectsFromThoseInConflictWithThem() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        calibration.compute(round);
        conflicts.projects = Set.of(world.project("10"));

        assertThat(as(admin, () -> rankings.rows(round, FIRST)).items())
                .extracting(RankingRowView::number)
                .containsExactly("2", "7");
        assertThat(as(admin, () -> rankings.rows(round, FIRST)).total()).isEqualTo(2);
        assertThat(as(admin, () -> rankings.current(round)).advancing()).isZero();
        assertThatThrownBy(() -> as(admin, () -> rankings.derivation(round, world.project("10"))))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void leavesNoGapWhereAHiddenProjectStands() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        calibration.compute(round);
        conflicts.projects = Set.of(world.project("10"));

        assertThat(as(admin, () -> rankings.rows(round, FIRST)).items())
                .extracting(RankingRowView::number, RankingRowView::position, RankingRowView::rank)
                .containsExactly(tuple("2", 1, 1), tuple("7", 2, 2));
        var last = as(admin, () -> rankings.derivation(round, world.project("7")));
        assertThat(last.row().rank()).isEqualTo(2);
        assertThat(last.derivation().outcome()).isEmpty();
        assertThat(last.derivation().scores()).isNotEmpty();
        assertThat(as(admin, () -> rankings.neighbours(round, last.row())))
                .extracting(RankingRowView::number, RankingRowView::rank)
                .containsExactly(tuple("2", 1));
    }

    @Test
    void countsNothingThatAConflictHides() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        calibration.compute(round);
        conflicts.projects = Set.of(world.project("10"));

        var sheet = as(admin, () -> rankings.sheet(round, RankingFilter.NONE, Order.AS_RANKED, FIRST));
        assertThat(sheet.overview().counts()).containsEntry(Show.ALL, 2L).containsEntry(Show.ADVANCES, 0L);
        assertThat(sheet.overview().cuts()).isEmpty();
        assertThat(as(admin, () -> rankings.jurors(round))).isEmpty();
        assertThat(as(
                        admin,
                        () -> rankings.all(
                                round, new RankingFilter(null, null, Show.ALL, "Project 10"), Order.AS_RANKED)))
                .isEmpty();
        var spread = as(admin, () -> distributions.all(round, new PageRequest(0, 40)));
        assertThat(spread.jurors().items())
                .extracting(Distribution.Juror::evaluations)
                .containsExactly(2);
        assertThat(spread.results().stream().mapToLong(Distribution.Bin::all).sum())
                .isEqualTo(2);
    }

    @Test
    void filtersByKindCategoryAndWords() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        calibration.compute(round);

        assertThat(as(
                        admin,
                        () -> rankings.all(round, new RankingFilter(null, null, Show.ADVANCES, null), Order.AS_RANKED)))
                .extracting(RankingRowView::number)
                .containsExactly("10");
        assertThat(as(
                        admin,
                        () -> rankings.all(
                                round, new RankingFilter(null, null, Show.ALL, "project 2"), Order.AS_RANKED)))
                .extracting(RankingRowView::number)
                .containsExactly("2");
        assertThat(as(
                        admin,
                        () -> rankings.all(round, new RankingFilter(null, null, Show.ALL, "100%_"), Order.AS_RANKED)))
                .isEmpty();
        var cut = as(admin, () -> rankings.sheet(round, RankingFilter.NONE, Order.AS_RANKED, FIRST))
                .overview()
                .cuts();
        assertThat(cut).singleElement().satisfies(one -> {
            assertThat(one.firstOut()).isEqualTo(2);
            assertThat(one.line()).isEqualByComparingTo("19.75");
        });
    }

    @Test
    void sortsAndPages() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        world.takesPart(round, "11");
        calibration.compute(round);

        var byNumber =
                as(admin, () -> rankings.rows(round, RankingFilter.NONE, new Order(Column.NUMBER, false), FIRST));
        var worst = as(
                admin,
                () -> rankings.rows(round, RankingFilter.NONE, new Order(Column.CUMULATIVE_RESULT, false), FIRST));
        var last = as(
                admin,
                () -> rankings.rows(
                        round, RankingFilter.NONE, new Order(Column.POSITION, true), new PageRequest(1, 3)));

        assertThat(byNumber.items()).extracting(RankingRowView::number).containsExactly("2", "7", "10", "11");
        assertThat(worst.items()).extracting(RankingRowView::number).containsExactly("7", "2", "10", "11");
        assertThat(last.items()).extracting(RankingRowView::number).containsExactly("10");
        assertThat(last.total()).isEqualTo(4);
        for (var column : Column.values()) {
            assertThat(as(admin, () -> rankings.rows(round, RankingFilter.NONE, new Order(column, true), FIRST))
                            .items())
                    .hasSize(4);
        }
    }

    @Test
    void asksTheDatabaseAsOftenForTwoHundredRowsAsForTen() throws Exception {
        var round = world.round("first", "CLOSED", TOP_ONE);
        for (var i = 1; i <= 200; i++) {
            world.score(round, "P" + i, "J1", String.valueOf(i % 26));
        }
        calibration.compute(round);

        Acting.as(admin);
        var ten = Statements.of(() -> rankings.rows(round, new PageRequest(0, 10)));
        var twoHundred = Statements.of(() -> rankings.rows(round, new PageRequest(0, 200)));

        assertThat(twoHundred).hasSameSizeAs(ten).hasSizeBetween(1, 10);
        var sheetOfTen =
                Statements.of(() -> rankings.sheet(round, RankingFilter.NONE, Order.AS_RANKED, new PageRequest(0, 10)));
        var sheetOfMany = Statements.of(
                () -> rankings.sheet(round, RankingFilter.NONE, Order.AS_RANKED, new PageRequest(0, 200)));
        assertThat(sheetOfMany).hasSameSizeAs(sheetOfTen).hasSizeBetween(1, 15);
    }

    @Test
    void letsOrganisersDefineReadAndChangePolicies() throws Exception {
        var plain = ScoringPolicy.plainMean();
        var id = as(admin, () -> policies.define(world.competitionId, "mean", "Mean", plain));
        var jury = world.person("Juror", "JURY_MEMBER");

        assertThat(as(jury, () -> policies.get(id)).policy()).isEqualTo(plain);
        assertThatThrownBy(() -> as(jury, () -> policies.define(world.competitionId, "other", "Other", plain)))
                .isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> as(world.person("Stranger"), () -> policies.of(world.competitionId)))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> as(admin, () -> policies.define(world.competitionId, "mean", "Again", plain)))
                .isInstanceOf(DuplicateKey.class);
        assertThatThrownBy(() -> as(admin, () -> policies.define(world.competitionId, "a b", "", plain)))
                .isInstanceOf(InvalidInput.class);
        var changed = as(admin, () -> policies.get(id));
        change(id, changed.version());
        assertThatThrownBy(() -> change(id, changed.version())).isInstanceOf(ChangedMeanwhile.class);
        assertThat(as(admin, () -> policies.of(world.competitionId)))
                .singleElement()
                .matches(view -> view.version() == changed.version() + 1);
    }

    private void change(UUID policyId, int version) throws Exception {
        as(admin, () -> {
            policies.change(policyId, ScoringPolicy.plainMean(), version);
            return policyId;
        });
    }

    private static <T> T as(UUID person, Callable<T> work) throws Exception {
        return Acting.as(person, work);
    }
}
