package org.regatta.imports.bundle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Feedback;
import org.regatta.competition.RoundKind;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.Role;
import org.regatta.imports.text.Spot;
import org.regatta.imports.text.YamlMap;
import org.regatta.projectfile.FileType;
import org.regatta.rubric.CriterionView;

/** What {@code competition.yaml} says: a competition with everything in it but its projects. */
public record CompetitionPlan(
        Program program,
        Head competition,
        List<Staff> staff,
        List<Rubric> rubrics,
        List<Policy> policies,
        List<Jury> juries,
        List<Round> rounds) {

    /**
     * The program it belongs to.
     *
     * @param name null where the program is there already
     */
    public record Program(String key, @Nullable String name, String description, Spot spot) {}

    /**
     * The competition itself.
     *
     * @param fourEyes whether decisions are approved by somebody who prepared none of them
     */
    public record Head(String key, String name, String description, ZoneId zone, boolean fourEyes, Spot spot) {}

    /**
     * Somebody who gets a role.
     *
     * @param wholeProgram in the program, else in this competition only
     */
    public record Staff(String email, String name, Role role, boolean wholeProgram, Spot spot) {}

    /** Criteria to evaluate by. */
    public record Rubric(String key, String name, String guidance, List<CriterionView> criteria, Spot spot) {}

    /** Rules for a ranking. */
    public record Policy(String key, String name, ScoringPolicy rules, YamlMap source) {}

    /** A jury. */
    public record Jury(String key, String name, List<Juror> jurors, Spot spot) {}

    /** A member of a jury. */
    public record Juror(String label, String email, String name, BigDecimal weight, boolean chairs, Spot spot) {}

    /**
     * A round.
     *
     * @param feedback what teams are told besides the decision; EVALUATION
     * @param rubric key; EVALUATION
     * @param scoringPolicy key; EVALUATION
     * @param decides key of the round whose ranking is decided; DELIBERATION
     * @param discrepancyPercent from which spread of its jurors on a project needs a third reader; null: never; EVALUATION
     * @param files that it asks teams for; INTAKE
     */
    public record Round(
            String key,
            String name,
            RoundKind kind,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            Duration grace,
            boolean closesWhenComplete,
            boolean blind,
            Feedback feedback,
            @Nullable String rubric,
            @Nullable String scoringPolicy,
            @Nullable String decides,
            @Nullable Integer discrepancyPercent,
            List<Seat> seats,
            List<Asked> files,
            YamlMap source) {}

    /**
     * A file that an intake round asks for.
     *
     * @param maxMegabytes null: as large as the deployment takes
     */
    public record Asked(
            FileType type, boolean required, @Nullable Integer maxMegabytes) {}

    /**
     * A jury that sits in a round.
     *
     * @param category null for all
     * @param jurorsPerProject null for the whole jury
     */
    public record Seat(
            String jury,
            @Nullable String category,
            @Nullable Integer jurorsPerProject,
            YamlMap source) {}

    /** The rubric of that key. */
    public @Nullable Rubric rubric(@Nullable String key) {
        return rubrics.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
    }

    /** The jury of that key. */
    public @Nullable Jury jury(@Nullable String key) {
        return juries.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
    }

    /** The round of that key. */
    public @Nullable Round round(@Nullable String key) {
        return rounds.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
    }
}
