package org.regatta.competition;

import org.regatta.shared.Problem;

/** A round cannot be taken away because something rests on it. */
public class RoundInUse extends Problem {

    private RoundInUse(String roundName, String why) {
        super(Kind.CONFLICT, "Round \"" + roundName + "\" cannot be removed: " + why);
    }

    static RoundInUse next(String roundName) {
        return new RoundInUse(roundName, "the running competition opens it next.");
    }

    static RoundInUse decided(String roundName, String byRound) {
        return new RoundInUse(
                roundName,
                "the round \"" + byRound + "\" decides on its ranking. Let that one decide another round first.");
    }

    static RoundInUse holding(String roundName) {
        return new RoundInUse(roundName, "results were brought in for it.");
    }
}
