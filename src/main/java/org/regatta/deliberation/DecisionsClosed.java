package org.regatta.deliberation;

import org.regatta.shared.Problem;

/** The decisions of the round cannot be changed (any more); the message says why. */
public class DecisionsClosed extends Problem {

    private DecisionsClosed(String message) {
        super(Kind.CONFLICT, message);
    }

    static DecisionsClosed roundNotOpen() {
        return new DecisionsClosed(
                "The deliberation round is not open. Decisions are written while it is; the round's dates say when.");
    }

    static DecisionsClosed approved() {
        return new DecisionsClosed("The decisions of this round are approved and cannot change any more.");
    }

    static DecisionsClosed changedSince() {
        return new DecisionsClosed(
                "Somebody changed some of these decisions since. Nothing was taken back; decide them anew.");
    }

    /** None is planned, or it has happened meanwhile. */
    public static DecisionsClosed noRelease() {
        return new DecisionsClosed("No release is planned, or its moment has come. Nothing was cancelled.");
    }

    static DecisionsClosed notApproved() {
        return new DecisionsClosed("The decisions of this round are not approved yet. Approve them, then release.");
    }
}
