package org.regatta.ranking;

import org.regatta.shared.Problem;

/** The round's ranking is approved and never changes again. */
public class RankingAlreadyApproved extends Problem {

    /** Tells that it stands. */
    public RankingAlreadyApproved() {
        super(Kind.CONFLICT, "The ranking of this round is approved and cannot change any more.");
    }
}
