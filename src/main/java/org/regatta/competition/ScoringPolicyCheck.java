package org.regatta.competition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.competition.ScoringPolicy.Roundings;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.shared.Finding;

/** Says what is wrong with scoring rules, field by field. */
final class ScoringPolicyCheck {

    private static final int MAX_DECIMALS = 10;
    private static final int MAX_DIGITS = 12;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String place;
    private final List<Finding> findings = new ArrayList<>();

    ScoringPolicyCheck(String place) {
        this.place = place;
    }

    List<Finding> check(ScoringPolicy policy) {
        check(policy.aggregate());
        check(policy.correction());
        check(policy.rounding());
        checkWeights(policy.roundWeights());
        if (policy.minimumEvaluations() < 0 || policy.minimumEvaluations() > 1000) {
            add("minimumEvaluations", "The least number of evaluations is out of range.", "Give 1 to 1000.");
        }
        check(policy.advance());
        checkTies(policy.tieRules());
        return List.copyOf(findings);
    }

    private void check(Aggregate aggregate) {
        if (missing("aggregate.kind", aggregate.kind())) {
            return;
        }
        var trims = aggregate.kind() == Aggregate.Kind.TRIMMED_MEAN;
        var count = aggregate.trimCount();
        var fraction = aggregate.trimFraction();
        if (!trims) {
            unused("aggregate.trimCount", count, "TRIMMED_MEAN");
            unused("aggregate.trimFraction", fraction, "TRIMMED_MEAN");
        } else if ((count == null) == (fraction == null)) {
            add(
                    "aggregate.trimCount",
                    "A trimmed mean needs to know how much to leave out at each end, said once.",
                    "Give either how many (trimCount) or which share (trimFraction).");
        } else if (count != null && (count < 1 || count > 100)) {
            add("aggregate.trimCount", "The number left out at each end is out of range.", "Give 1 to 100.");
        } else if (fraction != null
                && sane("aggregate.trimFraction", fraction)
                && (fraction.signum() <= 0 || fraction.compareTo(HALF) >= 0)) {
            add(
                    "aggregate.trimFraction",
                    "The share left out at each end is out of range.",
                    "Give more than 0 and less than 0.5.");
        }
    }

    private void check(Correction correction) {
        if (missing("correction.kind", correction.kind())) {
            return;
        }
        var limit = correction.limit();
        if (correction.kind() != Correction.Kind.CLIP) {
            unused("correction.limit", limit, "CLIP");
        } else if (limit == null) {
            add(
                    "correction.limit",
                    "The limit of the correction is missing.",
                    "Say how far a score may be from the mean.");
        } else if (sane("correction.limit", limit) && limit.signum() <= 0) {
            add("correction.limit", "The limit is not above 0.", "Say how far a score may be from the mean.");
        }
        checkTarget(correction, correction.targetMean(), correction.targetDeviation());
    }

    private void checkTarget(Correction correction, @Nullable BigDecimal mean, @Nullable BigDecimal deviation) {
        if (correction.kind() != Correction.Kind.Z_SCORE) {
            unused("correction.targetMean", mean, "Z_SCORE");
            unused("correction.targetDeviation", deviation, "Z_SCORE");
        } else if ((mean == null) != (deviation == null)) {
            add(
                    mean == null ? "correction.targetMean" : "correction.targetDeviation",
                    "Of target mean and target deviation only one is given.",
                    "Give both, or neither to keep those of all scores.");
        } else if (mean != null && deviation != null) {
            sane("correction.targetMean", mean);
            if (sane("correction.targetDeviation", deviation) && deviation.signum() <= 0) {
                add("correction.targetDeviation", "The target deviation is not above 0.", "Give a number above 0.");
            }
        }
    }

    private void check(Roundings rounding) {
        check("rounding.mean", rounding.mean());
        check("rounding.corrected", rounding.corrected());
        check("rounding.stageResult", rounding.stageResult());
        check("rounding.cumulativeResult", rounding.cumulativeResult());
    }

    private void check(String field, @Nullable Rounding rounding) {
        if (rounding == null || missing(field + ".mode", rounding.mode())) {
            return;
        }
        if (rounding.decimals() < 0 || rounding.decimals() > MAX_DECIMALS) {
            add(field + ".decimals", "The number of decimals is out of range.", "Give 0 to " + MAX_DECIMALS + ".");
        }
        if (rounding.mode() == RoundingMode.UNNECESSARY) {
            add(
                    field + ".mode",
                    "UNNECESSARY would refuse results instead of rounding them.",
                    "Choose HALF_UP, HALF_EVEN, HALF_DOWN, UP, DOWN, CEILING or FLOOR, or leave the rounding out.");
        }
    }

    private void checkWeights(Map<String, BigDecimal> weights) {
        weights.forEach((round, weight) -> {
            var field = "roundWeights." + round;
            if (round.isBlank()) {
                add(field, "A weight has no round.", "Name the round by its key.");
            }
            if (!missing(field, weight) && sane(field, weight) && weight.signum() <= 0) {
                add(field, "The weight is not above 0.", "Give a number above 0, or leave the round out.");
            }
        });
    }

    private void check(Advance advance) {
        if (missing("advance.kind", advance.kind())) {
            return;
        }
        var count = advance.count();
        var threshold = advance.threshold();
        if (advance.kind() != Advance.Kind.TOP_N) {
            unused("advance.count", count, "TOP_N");
        } else if (count == null || count < 1) {
            add("advance.count", "How many go on is not said.", "Give a number of 1 or more.");
        }
        if (advance.kind() != Advance.Kind.THRESHOLD) {
            unused("advance.threshold", threshold, "THRESHOLD");
        } else if (threshold == null) {
            add("advance.threshold", "The result to reach is missing.", "Give the result a project must reach.");
        } else {
            sane("advance.threshold", threshold);
        }
    }

    private void checkTies(List<TieRule> rules) {
        var seen = new HashSet<TieRule>();
        for (var i = 0; i < rules.size(); i++) {
            var field = "tieRules[" + i + "]";
            var rule = rules.get(i);
            if (missing(field, rule) || missing(field + ".kind", rule.kind())) {
                continue;
            }
            if (!seen.add(rule)) {
                add(field, "The same rule stands here twice.", "Remove one of them: asked again it answers the same.");
            }
            checkKey(field, rule);
            var last = rule.kind() == TieRule.Kind.SHARE || rule.kind() == TieRule.Kind.BY_HAND;
            if (last && i < rules.size() - 1) {
                add(field, "No rule after " + rule.kind() + " is ever asked.", "Put " + rule.kind() + " last.");
            }
        }
    }

    private void checkKey(String field, TieRule rule) {
        var needsKey = rule.kind() == TieRule.Kind.CRITERION || rule.kind() == TieRule.Kind.EARLIER_ROUND;
        var key = rule.key();
        if (needsKey && (key == null || key.isBlank())) {
            add(field + ".key", rule.kind() + " needs a key.", "Name the criterion or the round by its key.");
        } else if (!needsKey && key != null) {
            unused(field + ".key", key, "CRITERION and EARLIER_ROUND");
        }
    }

    /** Numbers like 1E+999999999 are short to write and fill the memory when somebody adds 0.1 to them. */
    private boolean sane(String field, BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() > MAX_DECIMALS || plain.precision() - (long) plain.scale() > MAX_DIGITS) {
            add(
                    field,
                    "The number has too many digits.",
                    "Use at most " + MAX_DIGITS + " digits before and " + MAX_DECIMALS + " after the point.");
            return false;
        }
        return true;
    }

    private boolean missing(String field, @Nullable Object value) {
        if (Objects.isNull(value)) {
            add(field, "This is missing.", "Fill it in.");
            return true;
        }
        return false;
    }

    private void unused(String field, @Nullable Object value, String owner) {
        if (value != null) {
            add(field, "This has no meaning here: it belongs to " + owner + ".", "Leave it out.");
        }
    }

    private void add(String field, String message, String remedy) {
        findings.add(new Finding(place.isEmpty() ? field : place + "." + field, message, remedy));
    }
}
