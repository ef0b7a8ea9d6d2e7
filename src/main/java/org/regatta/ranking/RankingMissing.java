package org.regatta.ranking;

import org.regatta.shared.Problem;

/** The round has no ranking in the state that was asked for. */
public class RankingMissing extends Problem {

    /** Says which one is missing: {@code computed}, {@code proposed}, {@code approved}. */
    public RankingMissing(String state) {
        super(Kind.NOT_FOUND, "This round has no " + state + " ranking yet.");
    }
}
