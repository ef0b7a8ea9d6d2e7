package org.regatta.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.local.demo.DemoFolder.Phrases;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;

/**
 * Makes up what jurors think, the same every time: a project is as good as its number says, a juror as severe as told,
 * and nobody agrees exactly. No state and no random numbers.
 */
final class Scores {

    private static final double MIDDLE = 0.56;
    private static final double QUALITY = 0.30;
    private static final double SIDES = 0.14;
    private static final double TASTE = 0.13;
    private static final double MOOD = 0.09;
    private static final double QUARREL = 0.34;

    private final Conduct conduct;
    private final Phrases phrases;

    Scores(Conduct conduct, Phrases phrases) {
        this.conduct = conduct;
        this.phrases = phrases;
    }

    /**
     * Where scores stand.
     *
     * @param side of a quarrel about the project: above or below; 0 where there is none
     */
    record Reading(String juror, String project, int side) {}

    /** Complete answers to a rubric, with a comment for the jury. */
    Map<String, Object> answers(Reading reading, List<CriterionView> criteria) {
        var answers = new LinkedHashMap<String, Object>();
        var shares = new LinkedHashMap<String, Double>();
        for (var criterion : criteria) {
            if (criterion.kind() != CriterionKind.TEXT) {
                var share = share(reading, criterion.key());
                shares.put(criterion.key(), share);
                answers.put(criterion.key(), value(criterion, share));
            }
        }
        answers.put("comment", comment(reading, shares));
        return answers;
    }

    /** The first answers only, as somebody leaves them who was called away. */
    Map<String, Object> beginning(Reading reading, List<CriterionView> criteria) {
        var some = 1 + (int) (unit(reading.juror(), reading.project(), "stopped") * (criteria.size() - 1));
        var all = answers(reading, criteria.subList(0, some));
        all.put("comment", openings(reading, 1).substring(0, 20));
        return all;
    }

    /** In which order a juror takes the projects. */
    Comparator<String> order(String juror) {
        return Comparator.<String, Boolean>comparing(
                        number -> !conduct.contested().contains(number))
                .thenComparing(number -> unit(juror, number, "order"))
                .thenComparing(Comparator.naturalOrder());
    }

    private double share(Reading reading, String criterion) {
        var severity = conduct.severity().getOrDefault(reading.juror(), 0.0);
        var taste = TASTE * signed(reading.juror(), reading.project(), "taste");
        var mood = MOOD * signed(reading.juror(), reading.project(), criterion);
        var quality = conduct.quality().getOrDefault(reading.project(), signed(reading.project(), "quality"));
        var project = QUALITY * quality + SIDES * signed(reading.project(), criterion);
        return reading.side() == 0
                ? MIDDLE + project + taste + mood + severity
                : MIDDLE + QUARREL * reading.side() + mood;
    }

    private static Object value(CriterionView criterion, double share) {
        var within = Math.clamp(share, 0.0, 1.0);
        return switch (criterion.kind()) {
            case NUMBER -> number(criterion, within);
            case YES_NO -> within >= 0.5 ? "yes" : "no";
            case CHOICE -> {
                var options = criterion.options();
                yield options.get((int) Math.round(within * (options.size() - 1)))
                        .value();
            }
            case TEXT -> "";
        };
    }

    private static BigDecimal number(CriterionView criterion, double share) {
        var min = Objects.requireNonNullElse(criterion.min(), BigDecimal.ZERO);
        var max = Objects.requireNonNullElse(criterion.max(), BigDecimal.TEN);
        var step = Objects.requireNonNullElse(criterion.step(), BigDecimal.ONE);
        var steps = max.subtract(min)
                .multiply(BigDecimal.valueOf(share))
                .divide(step, 0, RoundingMode.HALF_UP)
                .min(max.subtract(min).divide(step, 0, RoundingMode.DOWN));
        return min.add(steps.multiply(step));
    }

    private String comment(Reading reading, Map<String, Double> shares) {
        var mean = shares.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0.5);
        var comment = new StringBuilder(openings(reading, mean));
        shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> phrases.strengths().get(best.getKey()))
                .filter(remark -> mean > 0.4)
                .ifPresent(remark -> comment.append(' ').append(remark));
        shares.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(worst -> phrases.weaknesses().get(worst.getKey()))
                .filter(remark -> mean < 0.8)
                .ifPresent(remark -> comment.append(' ').append(remark));
        return comment.toString();
    }

    private String openings(Reading reading, double mean) {
        var level = mean >= 0.66 ? "high" : mean >= 0.42 ? "middle" : "low";
        var openings = Objects.requireNonNull(phrases.openings().get(level));
        return openings.get((int) (unit(reading.juror(), reading.project(), "opening") * openings.size()));
    }

    /** From -1 to 1, mostly near 0. */
    private static double signed(String... of) {
        var text = String.join("|", of);
        return unit(text, "a") + unit(text, "b") - 1;
    }

    /** From 0 to 1, 1 not included; the same for the same texts. */
    private static double unit(String... of) {
        var hash = UUID.nameUUIDFromBytes(String.join("|", of).getBytes(StandardCharsets.UTF_8));
        return (hash.getLeastSignificantBits() >>> 11 & 0xFFFFFFFFFFL) / (double) (1L << 40);
    }
}
