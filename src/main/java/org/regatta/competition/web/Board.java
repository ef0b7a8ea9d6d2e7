package org.regatta.competition.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.BoardFigures.Figure;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicyView;

/**
 * A competition with its rounds as its page shows them.
 *
 * @param now the round that runs, else the one that comes next; null before and after
 * @param mayRun whether the viewer may start it and steer its rounds
 */
record Board(
        CompetitionView competition,
        List<Card> rounds,
        @Nullable Card now,
        List<ScoringPolicyView> policies,
        boolean mayRun,
        boolean mayImport) {

    /** A round and what is counted in it. */
    record Card(RoundView round, Mark mark, List<Figure> figures) {}

    /** Where a round is on the course; the class {@code rg-mark--…} of the look. */
    enum Mark {
        /** Behind us. */
        DONE,
        /** Runs. */
        NOW,
        /** Ahead. */
        AHEAD
    }
}
