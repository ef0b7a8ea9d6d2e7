package org.regatta.competition;

import org.regatta.shared.Problem;

/** What was asked for is only possible before the round opens. */
public class RoundAlreadyOpened extends Problem {

    /** Says which round. */
    public RoundAlreadyOpened(String roundName) {
        super(
                Kind.CONFLICT,
                "Round \"" + roundName + "\" has opened; its rules and its place in the order can no longer change.");
    }
}
