package org.regatta.competition;

import org.regatta.shared.Problem;

/** What was asked for is only possible while the round is open. */
public class RoundNotOpen extends Problem {

    /** Says which round, and where it is instead. */
    public RoundNotOpen(RoundView round) {
        super(Kind.CONFLICT, "Round \"" + round.name() + "\" is " + round.status() + ", not open.");
    }
}
