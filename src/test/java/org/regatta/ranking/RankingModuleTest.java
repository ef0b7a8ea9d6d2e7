package org.regatta.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.identity.Acting;
import org.regatta.identity.ConflictOfInterest;
import org.regatta.ranking.scoring.RoundScores.LeftOut;
import org.regatta.shared.Finding;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Computing and approving rankings on a real database. */
@RankingSlice
class RankingModuleTest {

    private static final PageRequest FIRST = new PageRequest(0, 50);
    private static final String TOP_ONE = "{\"advance\": {\"kind\": \"TOP_N\", \"count\": 1}}";

    @Autowired
    Calibration calibration;

    @Autowired
    Rankings rankings;

    @Autowired
    JdbcClient database;

    @Autowired
    RankingSlice.Heard heard;

    @Autowired
    RankingSlice.KnownConflicts conflicts;

    private RankedRound world;
    private UUID admin;

    @BeforeEach
    void beginsWithAnEmptyCompetition() {
        world = new RankedRound(database);
        admin = world.person("Admin", "PROGRAM_ADMIN");
        heard.events.clear();
    }

    @AfterEach
    void leavesNobodySignedIn() {
        Acting.asNobody();
    }

    @Test
    void ranksAClosedRoundAndOpensEveryNumber() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        world.recuse("2", "J2");
        world.assign(round, "10", "J3", "ABSTAINED");
        world.assign(round, "7", "J2", "ACTIVE");
        world.evaluation(round, "7", "J3", "ACTIVE", "DRAFT", "25");

        calibration.compute(round);

        var rows = as(admin, () -> rankings.rows(round, FIRST));
        assertThat(rows.items()).extracting(RankingRowView::number).containsExactly("10", "2", "7");
        assertThat(rows.items()).extracting(RankingRowView::rank).containsExactly(1, 2, 3);
        assertThat(rows.items()).extracting(RankingRowView::advances).containsExactly(true, false, false);
        assertThat(rows.items().getFirst().stageResult()).isEqualTo(new BigDecimal("20.5"));
        assertThat(leftOut(round, "10")).containsExactly("J3 ABSTAINED");
        assertThat(leftOut(round, "2")).containsExactly("J2 RECUSED");
        assertThat(leftOut(round, "7")).containsExactly("J2 NOT_SUBMITTED", "J3 NOT_SUBMITTED");
        var derivation = as(admin, () -> rankings.derivation(round, world.project("10")));
        assertThat(derivation.derivation().scores())
                .extracting(score -> score.juror() + " " + score.points() + " " + score.criteria())
                .containsExactly("J1 20 {points=20}", "J2 21 {points=21}");
        assertThat(derivation.policy().advance()).isEqualTo(Advance.top(1));
        assertThat(as(admin, () -> rankings.jurors(round))).hasSize(2);
        var view = as(admin, () -> rankings.current(round));
        assertThat(view.state()).isEqualTo(RankingView.State.PROPOSED);
        assertThat(List.of(view.projects(), view.advancing(), view.undecided())).containsExactly(3, 1, 0);
        assertThat(heard.events)
                .containsExactly(new RankingComputed(
                        view.id(), round, standings(rows.items()), world.competitionId, view.computedAt()));
    }

    @Test
    void leavesOutProjectsThatWithdrewAndEvaluationsThatDoNotCount() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        database.sql("update project set status = 'WITHDRAWN' where id = ?")
                .param(world.project("10"))
                .update();
        world.evaluation(round, "2", "J4", "RECUSED", "SUBMITTED", "1");
        world.evaluation(round, "2", "J5", "ACTIVE", "REOPENED", "1");

        calibration.compute(round);

        var rows = as(admin, () -> rankings.rows(round, FIRST)).items();
        assertThat(rows).extracting(RankingRowView::number).containsExactly("2", "7");
        assertThat(rows.getFirst().stageResult()).isEqualTo(new BigDecimal("19"));
    }

    @Test
    void goesOnFromTheApprovedRankingsOfEarlierRounds() throws Exception {
        var first = world.threeProjects("COMPLETED", TOP_ONE);
        var second = world.round("second", "CLOSED", "{\"roundWeights\": {\"first\": 0.25, \"second\": 0.75}}");
        world.score(second, "2", "J1", "11");

        calibration.compute(first);
        calibration.compute(second);
        assertThat(as(admin, () -> rankings.rows(second, FIRST))
                        .items()
                        .getFirst()
                        .cumulativeResult())
                .isNull(); // only proposed

        approve(first);
        calibration.compute(second);
        var row = as(admin, () -> rankings.rows(second, FIRST)).items().getFirst();
        assertThat(row.stageResult()).isEqualTo(new BigDecimal("11"));
        assertThat(row.cumulativeResult()).isEqualByComparingTo("13"); // 0.25 · 19 + 0.75 · 11

        assertThat(sources(admin, second)).containsExactly(tuple(first, "first", true), tuple(second, "second", true));
        world.deliberation(second, "OPEN");
        assertThat(sources(world.personOf("J1"), second))
                .containsExactly(tuple(first, "first", false), tuple(second, "second", true));
    }

    private List<Tuple> sources(UUID reader, UUID round) throws Exception {
        return as(reader, () -> rankings.derivation(round, world.project("2"))).sources().stream()
                .map(source -> tuple(source.roundId(), source.key(), source.readable()))
                .toList();
    }

    @Test
    void replacesAProposalByWhatIsTrueNow() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        calibration.compute(round);
        world.score(round, "7", "J2", "25");
        world.score(round, "10", "J3", "0");

        calibration.compute(round);

        assertThat(as(admin, () -> rankings.rows(round, FIRST)).items())
                .extracting(RankingRowView::number)
                .containsExactly("2", "7", "10");
        assertThat(states(round)).containsExactly("REPLACED", "PROPOSED");
    }

    @Test
    void neverChangesAnApprovedRanking() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        assertThatThrownBy(() -> approve(round)).isInstanceOf(RankingMissing.class);
        calibration.compute(round);
        assertThatThrownBy(() -> calibration.proposal(round)).isInstanceOf(RankingMissing.class);

        approve(round);

        assertThatThrownBy(() -> calibration.compute(round)).isInstanceOf(RankingAlreadyApproved.class);
        assertThatThrownBy(() -> approve(round)).isInstanceOf(RankingAlreadyApproved.class);
        assertThat(states(round)).containsExactly("APPROVED");
        var view = as(admin, () -> rankings.current(round));
        assertThat(view.approvedBy()).isEqualTo(admin);
        assertThat(heard.events.getLast())
                .isEqualTo(new RankingApproved(
                        view.id(),
                        round,
                        standings(as(admin, () -> rankings.rows(round, FIRST)).items()),
                        world.competitionId,
                        admin,
                        view.approvedAt()));
        assertThat(calibration.proposal(round))
                .extracting(RankedProject::projectId)
                .containsExactly(world.project("10"), world.project("2"), world.project("7"));
    }

    @Test
    void letsNobodyApproveARankingWithAProjectTheyHaveAConflictWith() throws Exception {
        var round = world.threeProjects("CLOSED", TOP_ONE);
        calibration.compute(round);
        conflicts.projects = Set.of(world.project("7"));
        try {
            assertThatThrownBy(() -> approve(round)).isInstanceOf(ConflictOfInterest.class);
            assertThat(states(round)).containsExactly("PROPOSED");
            conflicts.projects = Set.of(UUID.randomUUID());
            approve(round);
        } finally {
            conflicts.projects = Set.of();
        }
        assertThat(states(round)).containsExactly("APPROVED");
    }

    @Test
    void refusesAPolicyThatDoesNotFitTheRound() {
        world.round("ranks", "COMPLETED", "{\"input\": \"RANKS\"}");
        var round = world.threeProjects("CLOSED", """
                {"roundWeights": {"ranks": 1, "nowhere": 1},
                 "tieRules": [{"kind": "CRITERION", "key": "charm"}, {"kind": "EARLIER_ROUND", "key": "first"}]}""");

        var refusal = catchThrowableOfType(PolicyUnfit.class, () -> calibration.compute(round));

        assertThat(refusal.findings())
                .extracting(Finding::place)
                .containsExactlyInAnyOrder(
                        "scoringPolicy.roundWeights",
                        "scoringPolicy.roundWeights.ranks",
                        "scoringPolicy.roundWeights.nowhere",
                        "scoringPolicy.tieRules[0].key",
                        "scoringPolicy.tieRules[1].key");
        assertThatThrownBy(() -> calibration.compute(world.round("none", "CLOSED", null)))
                .isInstanceOf(PolicyUnfit.class);
    }

    private List<String> leftOut(UUID round, String project) throws Exception {
        return as(admin, () -> rankings.derivation(round, world.project(project))).derivation().leftOut().stream()
                .map((LeftOut one) -> one.juror() + " " + one.reason())
                .toList();
    }

    /** What the log is to say of these rows, all of a ranking's that nobody is kept from. */
    private static List<Standing> standings(List<RankingRowView> rows) {
        return rows.stream()
                .map(row -> new Standing(
                        row.projectId(), row.position(), row.rank(), row.cumulativeResult(), row.advances()))
                .toList();
    }

    private List<String> states(UUID round) {
        return database.sql("select state from ranking where round_id = ? order by id")
                .param(round)
                .query(String.class)
                .list();
    }

    private void approve(UUID round) throws Exception {
        as(admin, () -> {
            calibration.approve(round, admin);
            return round;
        });
    }

    private static <T> T as(UUID person, Callable<T> work) throws Exception {
        return Acting.as(person, work);
    }
}
