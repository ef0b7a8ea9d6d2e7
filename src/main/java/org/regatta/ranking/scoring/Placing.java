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
    private final List<Row> rows = new ArrayList<>();

    /**
     * Starts with an empty list.
     *
     * @param ties asked where results are equal
     */
    Placing(ScoringPolicy policy, Ties ties) {
        this.policy = policy;
        this.ties = ties;
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
                row(one, null, null, "no rank: for people to decide");
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
                ? "places %d to %d of %d, in an order for people to decide".formatted(first, last, ranked)
                : "rank %d of %d%s".formatted(first, ranked, group.size() > 1 ? ", shared by " + group.size() : "");
        for (var one : group) {
            var advances = advances(one, first, last);
            row(one, rank, advances, where + "; " + rule() + ": " + words(advances));
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

    private String rule() {
        var advance = policy.advance();
        return switch (advance.kind()) {
            case BY_HAND -> "people decide who advances";
            case TOP_N -> "the best " + advance.count() + " advance";
            case THRESHOLD ->
                (policy.lowerIsBetter() ? "at most " : "at least ")
                        + Objects.requireNonNull(advance.threshold()).toPlainString() + " advances";
        };
    }

    private String words(@Nullable Boolean advances) {
        if (advances == null) {
            return policy.advance().kind() == Advance.Kind.TOP_N
                    ? "the tie lies across the cut, for people to decide"
                    : "for people to decide";
        }
        return advances ? "advances" : "does not advance";
    }

    private void row(ProjectResult one, @Nullable Integer rank, @Nullable Boolean advances, String outcome) {
        var project = one.project();
        rows.add(new Row(
                project.id(),
                project.category(),
                rows.size() + 1,
                rank,
                one.stageResult(),
                one.cumulativeResult(),
                advances,
                new Derivation(
                        one.scores(),
                        project.leftOut(),
                        one.steps(),
                        ties.stepsOf(project.id()),
                        outcome,
                        one.notes())));
    }

    private static BigDecimal cumulative(ProjectResult one) {
        return Objects.requireNonNull(one.cumulativeResult());
    }
}
