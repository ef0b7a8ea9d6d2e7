package org.regatta.ranking.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.Rankings.DerivationView;
import org.regatta.ranking.Remark;
import org.regatta.ranking.scoring.Derivation;
import org.regatta.ranking.scoring.Derivation.Counted;

/**
 * Two projects of a ranking, line by line.
 *
 * @param criteria mean of the points under each criterion
 * @param jurors everyone who scored at least one of them, those who scored both first
 */
public record ProjectPair(
        DerivationView left,
        DerivationView right,
        List<Line> criteria,
        List<JurorLine> jurors,
        Map<UUID, List<Remark>> remarks) {

    /** A number of each, and how much more the left one has; null where one of them has none. */
    public record Line(
            String key,
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            @Nullable BigDecimal difference) {

        static Line of(String key, @Nullable BigDecimal left, @Nullable BigDecimal right) {
            return new Line(key, left, right, left == null || right == null ? null : left.subtract(right));
        }
    }

    /** One juror's scores of both; null where the juror gave none. */
    public record JurorLine(
            String juror,
            @Nullable Counted left,
            @Nullable Counted right,
            @Nullable BigDecimal difference) {

        boolean both() {
            return left != null && right != null;
        }
    }

    static ProjectPair of(DerivationView left, DerivationView right, List<Remark> remarks) {
        var keys = new LinkedHashSet<String>();
        for (var derivation : List.of(left.derivation(), right.derivation())) {
            derivation.scores().forEach(score -> keys.addAll(score.criteria().keySet()));
        }
        var criteria = keys.stream()
                .map(key -> Line.of(key, mean(left.derivation(), key), mean(right.derivation(), key)))
                .toList();
        var written = new LinkedHashMap<UUID, List<Remark>>();
        remarks.forEach(remark -> written.computeIfAbsent(remark.projectId(), id -> new ArrayList<>())
                .add(remark));
        return new ProjectPair(left, right, criteria, jurors(left.derivation(), right.derivation()), written);
    }

    /** How much more the left one has; null where one of them has no result. */
    public @Nullable BigDecimal difference() {
        return Line.of("", left.row().cumulativeResult(), right.row().cumulativeResult())
                .difference();
    }

    private static List<JurorLine> jurors(Derivation left, Derivation right) {
        var lines = new LinkedHashMap<UUID, JurorLine>();
        left.scores().forEach(score -> lines.put(score.jurorId(), new JurorLine(score.juror(), score, null, null)));
        right.scores()
                .forEach(score -> lines.merge(
                        score.jurorId(),
                        new JurorLine(score.juror(), null, score, null),
                        (first, second) -> both(first, score)));
        return lines.values().stream()
                .sorted(Comparator.comparing(JurorLine::both).reversed())
                .toList();
    }

    private static JurorLine both(JurorLine first, Counted right) {
        var left = first.left();
        return new JurorLine(
                first.juror(),
                left,
                right,
                left == null ? null : left.corrected().subtract(right.corrected()));
    }

    private static @Nullable BigDecimal mean(Derivation derivation, String key) {
        var points = derivation.scores().stream()
                .map(score -> score.criteria().get(key))
                .filter(value -> value != null)
                .toList();
        return points.isEmpty()
                ? null
                : points.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(points.size()), MathContext.DECIMAL64);
    }
}
