package org.regatta.competition.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.BoardFigures.Figure;
import org.regatta.competition.BoardParts.Blocker;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.shared.Page;
import org.regatta.workflow.IncidentView;
import org.regatta.workflow.TaskSubjects.Subject;
import org.regatta.workflow.Turns.Turn;

/**
 * A competition with its rounds as its page shows them.
 *
 * @param now the round that runs, else the one that comes next; null before and after
 * @param policies null for those who see the public part only
 * @param course where its process is on the diagram; null for those who see no models
 * @param blockers what keeps it from going on; empty for those who see no progress
 * @param turns what waits, by step
 * @param people whom most waits for; empty for those who do not see who works on what
 * @param incidents what could not be done; empty for those who see no progress
 * @param mayRun whether the viewer may start it and steer its rounds
 */
public record Board(
        CompetitionView competition,
        List<Card> rounds,
        @Nullable Card now,
        @Nullable List<ScoringPolicyView> policies,
        @Nullable Course course,
        List<Blocker> blockers,
        List<TurnRow> turns,
        List<PersonRow> people,
        Page<IncidentRow> incidents,
        boolean mayRun,
        boolean mayImport) {

    /** Changes when anything on the page does; the same on every node. */
    public String state() {
        return Integer.toHexString(toString().hashCode());
    }

    /** A round and what is counted in it. */
    public record Card(RoundView round, Mark mark, List<Figure> figures) {}

    /** A step that waits, and the name of its round; null for the competition's own steps. */
    public record TurnRow(Turn turn, @Nullable String round) {}

    /**
     * Something that could not be done.
     *
     * @param round its name; null for the competition's own process
     * @param project number and title; null where it is about no single one
     */
    public record IncidentRow(
            IncidentView incident,
            @Nullable String round,
            @Nullable Subject project) {}

    /** Somebody for whom tasks wait. */
    public record PersonRow(
            String name,
            long tasks,
            Instant oldest,
            @Nullable Instant due,
            long overdue) {}

    /** Where a round is on the course; the class {@code rg-mark--…} of the look. */
    public enum Mark {
        /** Behind us. */
        DONE,
        /** Runs. */
        NOW,
        /** Ahead. */
        AHEAD
    }
}
