package org.regatta.ranking.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.ranking.scoring.Fixtures.id;
import static org.regatta.ranking.scoring.Fixtures.inCategory;
import static org.regatta.ranking.scoring.Fixtures.number;
import static org.regatta.ranking.scoring.Fixtures.order;
import static org.regatta.ranking.scoring.Fixtures.project;
import static org.regatta.ranking.scoring.Fixtures.row;
import static org.regatta.ranking.scoring.Fixtures.rules;
import static org.regatta.ranking.scoring.Fixtures.score;
import static org.regatta.ranking.scoring.Fixtures.scored;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.competition.ScoringPolicy.TieRule.Kind;
import org.regatta.ranking.scoring.Derivation.TieStep;
import org.regatta.ranking.scoring.Ranked.Row;

/** Ranks, ties, and who goes on. */
class PlacingTest {

    private static final TieRule STAGE = TieRule.of(Kind.HIGHER_STAGE_RESULT);
    private static final TieRule MEDIAN = TieRule.of(Kind.HIGHER_MEDIAN);
    private static final TieRule SPREAD = TieRule.of(Kind.SMALLER_SPREAD);
    private static final TieRule SHARE = TieRule.of(Kind.SHARE);
    private static final TieRule BY_HAND = TieRule.of(Kind.BY_HAND);

    @Test
    void sharesTheRankOfATieAndSkipsTheNext() {
        var ranked = rules().rank(project("A", "5"), project("B", "9"), project("C", "9"), project("D", "7"));

        assertThat(order(ranked, "A", "B", "C", "D")).containsExactly("B", "C", "D", "A");
        assertThat(ranked.rows()).extracting(Row::rank).containsExactly(1, 1, 3, 4);
        assertThat(ranked.rows()).extracting(Row::position).containsExactly(1, 2, 3, 4);
        assertThat(row(ranked, "B").derivation().outcome()).startsWith(Phrase.of("place.shared", 1, 4, 2));
    }

    @Test
    void ordersATieByTheStageResult() {
        var earlier = Map.of("first", Map.of(id("A"), number("10"), id("B"), number("8")));
        var policy = rules().weights(Map.of("first", number("0.5"), "final", number("0.5")))
                .ties(STAGE)
                .policy();

        // both 9: A from 10 and 8, B from 8 and 10
        var ranked =
                Scoring.rank(new RoundScores("final", List.of(project("A", "8"), project("B", "10")), earlier), policy);

        assertThat(order(ranked, "A", "B")).containsExactly("B", "A");
        assertThat(ranked.rows()).extracting(Row::rank).containsExactly(1, 2);
        assertThat(row(ranked, "A").derivation().ties())
                .containsExactly(new TieStep(STAGE, number("8"), 2, 1, Phrase.of("tie.decides", 2)));
    }

    @Test
    void ordersATieByTheEarlierRound() {
        var earlier = Map.of("first", Map.of(id("A"), number("7"), id("B"), number("8")));
        var policy = rules().ties(new TieRule(Kind.EARLIER_ROUND, "first")).policy();

        var ranked =
                Scoring.rank(new RoundScores("final", List.of(project("A", "5"), project("B", "5")), earlier), policy);

        assertThat(order(ranked, "A", "B")).containsExactly("B", "A");
    }

    @Test
    void ordersATieByTheMedian() {
        // means 6; medians 5 and 6
        var ranked = rules().ties(MEDIAN).rank(project("A", "4", "5", "9"), project("B", "5", "6", "7"));

        assertThat(order(ranked, "A", "B")).containsExactly("B", "A");
    }

    @Test
    void ordersATieByTheSmallerSpread() {
        var ranked = rules().ties(SPREAD).rank(project("A", "1", "6", "11"), project("B", "5", "6", "7"));

        assertThat(order(ranked, "A", "B")).containsExactly("B", "A");
        assertThat(row(ranked, "B").derivation().ties().getFirst().value()).isEqualTo(number("1"));
    }

    @Test
    void ordersATieByTheMeanOfACriterion() {
        var rule = new TieRule(Kind.CRITERION, "impact");

        var ranked = rules().ties(rule)
                .rank(
                        scored(
                                "A",
                                score("J1", "6", Map.of("impact", number("2"))),
                                score("J2", "6", Map.of("impact", number("3")))),
                        scored(
                                "B",
                                score("J1", "6", Map.of("impact", number("4"), "style", number("0"))),
                                score("J2", "6", Map.of("style", number("9")))));

        assertThat(order(ranked, "A", "B")).containsExactly("B", "A");
        assertThat(row(ranked, "A").derivation().ties().getFirst().value()).isEqualTo(number("2.5"));
    }

    @Test
    void prefersTheLowerMedianWhereRanksAreAggregated() {
        // ranks A 1, 1, 1, 3, 3 (median 1) · B 2, 2, 2, 1, 2 (median 2) · C 3, 3, 3, 2, 1: A and B both 9 / 5
        var ranked = rules().input(Input.RANKS)
                .ties(MEDIAN)
                .rank(
                        project("B", "2", "2", "2", "3", "2"),
                        project("A", "3", "3", "3", "1", "1"),
                        project("C", "1", "1", "1", "2", "3"));

        assertThat(order(ranked, "A", "B", "C")).containsExactly("A", "B", "C");
        assertThat(row(ranked, "A").stageResult()).isEqualTo(number("1.8"));
        assertThat(row(ranked, "B").stageResult()).isEqualTo(number("1.8"));
        assertThat(row(ranked, "A").derivation().ties().getFirst().value()).isEqualTo(number("1"));
    }

    @Test
    void asksTheNextRuleOnlyAboutThoseStillTied() {
        // medians: A 6, B 6, C 5; spread: B smaller than A
        var ranked = rules().ties(MEDIAN, SPREAD)
                .rank(project("C", "4", "5", "9"), project("A", "1", "6", "11"), project("B", "5", "6", "7"));

        assertThat(order(ranked, "A", "B", "C")).containsExactly("B", "A", "C");
        assertThat(ranked.rows()).extracting(Row::rank).containsExactly(1, 2, 3);
        assertThat(row(ranked, "A").derivation().ties())
                .extracting(TieStep::words)
                .containsExactly(Phrase.of("tie.stays", 2, 3), Phrase.of("tie.decides", 2));
        assertThat(row(ranked, "C").derivation().ties())
                .extracting(TieStep::words)
                .containsExactly(Phrase.of("tie.decides", 3));
    }

    @Test
    void doesNotAskARuleThatHasNoValueForEveryone() {
        // one score each: no spread
        var ranked = rules().ties(SPREAD, new TieRule(Kind.EARLIER_ROUND, "first"), SHARE)
                .rank(project("A", "6"), project("B", "5", "7"));

        assertThat(ranked.rows()).extracting(Row::rank).containsExactly(1, 1);
        assertThat(row(ranked, "A").derivation().ties())
                .extracting(TieStep::words)
                .containsExactly(Phrase.of("tie.notAsked"), Phrase.of("tie.notAsked"), Phrase.of("tie.shared"));
    }

    @Test
    void givesNoRankToATieThatPeopleOrder() {
        var ranked = rules().ties(BY_HAND)
                .advance(Advance.top(2))
                .rank(project("A", "9"), project("B", "9"), project("C", "7"));

        assertThat(ranked.rows()).extracting(Row::rank).containsExactly(null, null, 3);
        assertThat(ranked.rows()).extracting(Row::advances).containsExactly(true, true, false);
        assertThat(row(ranked, "A").derivation().outcome()).contains(Phrase.of("place.open", 1, 2, 3));
    }

    @Test
    void letsTheBestAdvance() {
        var ranked = rules().advance(Advance.top(2)).rank(project("A", "5"), project("B", "9"), project("C", "7"));

        assertThat(ranked.rows()).extracting(Row::advances).containsExactly(true, true, false);
        assertThat(row(ranked, "C").derivation().outcome())
                .containsExactly(Phrase.of("place", 2, 3), Phrase.of("rule.TOP_N", 2), Phrase.of("advances"));
    }

    @Test
    void leavesATieAcrossTheCutToPeople() {
        var ranked = rules().advance(Advance.top(2))
                .ties(MEDIAN, SHARE)
                .rank(project("A", "9"), project("B", "7"), project("C", "7"), project("D", "5"));

        assertThat(ranked.rows()).extracting(Row::advances).containsExactly(true, null, null, false);
        assertThat(row(ranked, "B").derivation().outcome()).contains(Phrase.of("advances.tied"));
    }

    @Test
    void cutsThroughATieThatARuleBreaks() {
        var ranked = rules().advance(Advance.top(1)).ties(SPREAD).rank(project("A", "1", "11"), project("B", "5", "7"));

        assertThat(row(ranked, "B").advances()).isTrue();
        assertThat(row(ranked, "A").advances()).isFalse();
    }

    @Test
    void letsEverybodyAdvanceWhereThereAreFewerThanSeats() {
        var ranked = rules().advance(Advance.top(20)).rank(project("A", "5"), project("B", "9"));

        assertThat(ranked.rows()).extracting(Row::advances).containsExactly(true, true);
    }

    @Test
    void cutsEachCategoryOnItsOwn() {
        var ranked = rules().advance(Advance.top(1))
                .perCategory()
                .rank(
                        inCategory("sea", "S1", "9"),
                        inCategory("land", "L1", "3"),
                        inCategory("sea", "S2", "8"),
                        inCategory(null, "N1", "1"),
                        inCategory("land", "L2", "4"));

        assertThat(order(ranked, "S1", "S2", "L1", "L2", "N1")).containsExactly("L2", "L1", "S1", "S2", "N1");
        assertThat(ranked.rows()).extracting(Row::rank).containsExactly(1, 2, 1, 2, 1);
        assertThat(ranked.rows()).extracting(Row::advances).containsExactly(true, false, true, false, true);
    }

    @Test
    void letsAdvanceWhoReachesTheThreshold() {
        var ranked = rules().advance(Advance.from(number("7.5")))
                .rank(project("A", "7.5"), project("B", "7.4999999"), project("C", "8"));

        assertThat(row(ranked, "A").advances()).isTrue();
        assertThat(row(ranked, "B").advances()).isFalse();
        assertThat(row(ranked, "C").advances()).isTrue();
    }

    @Test
    void letsAdvanceWhoIsNotAboveTheThresholdWithRanks() {
        var ranked = rules().input(Input.RANKS)
                .advance(Advance.from(number("2")))
                .rank(project("A", "9"), project("B", "7"), project("C", "5"));

        assertThat(ranked.rows()).extracting(Row::advances).containsExactly(true, true, false);
    }

    @Test
    void leavesEverybodyToPeopleByHand() {
        var ranked = rules().advance(Advance.BY_HAND).rank(project("A", "5"), project("B", "9"));

        assertThat(ranked.rows()).extracting(Row::advances).containsOnlyNulls();
    }

    @Test
    void ranksNobodyInAnEmptyRound() {
        assertThat(rules().rank().rows()).isEmpty();
        assertThat(rules().rank().jurors()).isEmpty();
    }
}
