package org.regatta.ranking.scoring;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.ranking.scoring.RoundScores.LeftOut;

/**
 * How one row of a ranking came about, so that a reader can compute every number again. Unrounded numbers are exact, or
 * have 34 digits where they have no end.
 *
 * @param scores one per juror who counts
 * @param leftOut jurors without a score
 * @param steps from scores to result, in order
 * @param ties what the tie rules said; empty for a project that is not tied
 * @param outcome rank, the rule of who goes on, and what it says here
 * @param notes whatever kept a number from being computed
 * @param interval how sure the result is; null where that cannot be said
 */
public record Derivation(
        List<Counted> scores,
        List<LeftOut> leftOut,
        List<Step> steps,
        List<TieStep> ties,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Phrase> outcome,

        List<Phrase> notes,
        @Nullable Interval interval) {

    /** Without what compares the project with others. */
    public Derivation alone() {
        return new Derivation(scores, leftOut, steps, List.of(), List.of(), notes, interval);
    }

    /**
     * A juror's score on its way.
     *
     * @param points as handed in
     * @param criteria points of each criterion, by key
     * @param input what is aggregated: the points, or the rank they have among this juror's
     * @param unrounded the corrected score before rounding
     * @param corrected the score that counts
     * @param trimmed left out as one of the ends
     * @param notes how input and correction came about; empty where nothing happened
     */
    public record Counted(
            UUID jurorId,
            String juror,
            BigDecimal weight,
            BigDecimal points,
            Map<String, BigDecimal> criteria,
            BigDecimal input,
            BigDecimal unrounded,
            BigDecimal corrected,
            boolean trimmed,

            @JsonAlias("note") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Phrase> notes) {

        /** Nothing happened where nothing is stored. */
        public Counted {
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        /** Whether the correction changed it. */
        boolean changed() {
            return input.compareTo(unrounded) != 0;
        }
    }

    /**
     * One computation.
     *
     * @param name {@code mean}, {@code stageResult} or {@code cumulativeResult}
     * @param formula what is done with the operands
     * @param operands in the order of the formula
     * @param rounding null: not rounded
     * @param value the rounded result
     */
    public record Step(
            String name,
            Phrase formula,
            List<Operand> operands,
            BigDecimal unrounded,
            @Nullable Rounding rounding,
            BigDecimal value) {}

    /**
     * A number that goes into a computation.
     *
     * @param of the juror's label or the round's key
     * @param weight null where all count the same
     */
    public record Operand(
            String of, BigDecimal value, @Nullable BigDecimal weight) {}

    /**
     * One tie rule asked about this project.
     *
     * @param value of this project under the rule; null where the rule has none for it
     * @param tied how many projects were tied, this one included
     * @param stillTied how many of them this rule leaves with the same value
     * @param words what came of it
     */
    public record TieStep(TieRule rule, @Nullable BigDecimal value, int tied, int stillTied, Phrase words) {}
}
