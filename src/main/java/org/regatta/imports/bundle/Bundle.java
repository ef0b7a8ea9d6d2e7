package org.regatta.imports.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.imports.text.Spot;

/**
 * Everything that was read from the files of an import; whoever has findings must not apply it.
 *
 * @param plan null for an import into an existing competition
 */
public record Bundle(
        @Nullable CompetitionPlan plan, List<Project> projects, List<Recusal> recusals, List<Score> scores) {

    /**
     * A row of {@code projects.csv}.
     *
     * @param members leads first
     */
    public record Project(
            String number,
            String title,
            String summary,
            @Nullable String category,
            @Nullable String country,
            String team,
            List<Member> members,
            boolean submitted,
            Spot spot) {}

    /** Somebody of a team. */
    public record Member(String email, String name) {}

    /**
     * A row of {@code recusals.csv}.
     *
     * @param jury key; null where the label alone names the juror
     * @param round key; null for every round
     */
    public record Recusal(
            String project,
            String juror,
            @Nullable String jury,
            @Nullable String round,
            String reason,
            Spot spot) {}

    /**
     * A row of {@code scores.csv}.
     *
     * @param criterion key
     * @param value empty for a recused juror
     */
    public record Score(
            String round,
            String project,
            String juror,
            @Nullable String jury,
            @Nullable String criterion,
            String value,
            Spot spot) {}

    /** Rows of all tables. */
    public int rows() {
        return projects.size() + recusals.size() + scores.size();
    }
}
