package org.regatta.ranking;

import org.regatta.shared.Problem;

/** The round is not closed: there is no ranking, and nobody sees scores, before the last one is in. */
public class ScoresStillComing extends Problem {

    /** Tells to wait. */
    public ScoresStillComing() {
        super(Kind.CONFLICT, "The round is not closed yet. Scores and rankings exist from then on.");
    }
}
