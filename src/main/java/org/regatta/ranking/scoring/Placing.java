package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.ranking.scoring.Ranked.Row;

/** Puts results in order, gives ranks and says who goes on. */
final class Placing {

    private final ScoringPolicy policy;
    private final Ties ties;
    private final Uncertainty uncertainty;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Starts with an empty list.
     *
     * @param ties asked where results are equal
     * @param uncertainty of the results to come
     */
    Placing(ScoringPolicy policy, Ties ties, Uncertainty uncertainty) {
        this.policy = policy;
        this.ties = ties;
        this.uncertainty = uncertainty;
    }

    /** Adds these, compared with each other only, below those added before. */
    void add(List<ProjectResult> results) {
        Comparator<BigDecimal> better = policy.lowerIsBetter() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Comparator<ProjectResult> order = Comparator.comparing(Placing::cumulative, better);
        var ranked = results.stream()
                .filter(one -> one.cumulativeResult() != null)
                .sorted(order)
                .toList();
        var place = 1;
        for (var tied : Groups.of(ranked, order)) {
            for (var group : ties.separate(tied)) {
                place(group, place, ranked.size());
                place += group.size();
            }
        }
        for (var one : results) {
            if (one.cumulativeResult() == null) {
                row(one, null, null, List.of(Phrase.of("place.none")));
            }
        }
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    private void place(List<ProjectResult> group, int first, int ranked) {
        var last = first + group.size() - 1;
        var open = group.size() > 1 && ties.leftToPeople();
        var rank = open ? null : first;
        var where = open
                ? Phrase.of("place.open", first, last, ranked)
                : group.size() > 1
                        ? Phrase.of("place.shared", first, ranked, group.size())
                        : Phrase.of("place", first, ranked);
        for (var one : group) {
            var advances = advances(one, first, last);
            row(one, rank, advances, List.of(where, rule(), words(advances)));
        }
    }

    private @Nullable Boolean advances(ProjectResult one, int first, int last) {
        var advance = policy.advance();
        return switch (advance.kind()) {
            case BY_HAND -> null;
            case TOP_N -> {
                var count = Objects.requireNonNull(advance.count());
                yield last <= count ? Boolean.TRUE : first > count ? Boolean.FALSE : null;
            }
            case THRESHOLD -> {
                var above = cumulative(one).compareTo(Objects.requireNonNull(advance.threshold()));
                yield policy.lowerIsBetter() ? above <= 0 : above >= 0;
            }
        };
    }

    private Phrase rule() {
        var advance = policy.advance();
        return switch (advance.kind()) {
            case BY_HAND -> Phrase.of("rule.BY_HAND");
            case TOP_N -> Phrase.of("rule.TOP_N", Objects.requireNonNull(advance.count()));
            case THRESHOLD ->
                Phrase.of(
                        policy.lowerIsBetter() ? "rule.atMost" : "rule.atLeast",
                        Objects.requireNonNull(advance.threshold()));
        };
    }

    private Phrase words(@Nullable Boolean advances) {
        if (advances == null) {
            return policy.advance().kind() == Advance.Kind.TOP_N
                    ? Phrase.of("advances.tied")
                    : Phrase.of("advances.open");
        }
        return Phrase.of(advances ? "advances" : "advances.not");
    }

    private void row(ProjectResult one, @Nullable Integer rank, @Nullable Boolean advances, List<Phrase> outcome) {
        var interval = uncertainty.of(one);
        var project = one.project();
        rows.add(new Row(
                project.id(),
                project.category(),
                rows.size() + 1,
                rank,
                one.stageResult(),
                one.cumulativeResult(),
                advances,
                interval == null ? null : interval.margin(),
                uncertainty.disputed(one),
                new Derivation(
                        one.scores(),
                        project.leftOut(),
                        one.steps(),
                        ties.stepsOf(project.id()),
                        outcome,
                        one.notes(),
                        interval)));
    }

    private static BigDecimal cumulative(ProjectResult one) {
        return Objects.requireNonNull(one.cumulativeResult());
    }
}
