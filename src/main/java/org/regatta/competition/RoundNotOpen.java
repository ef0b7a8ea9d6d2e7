package org.regatta.competition;

import org.regatta.shared.Problem;

/** What was asked for is only possible while the round is open. */
public class RoundNotOpen extends Problem {

    /** Says which round, and where it is instead. */
    public RoundNotOpen(RoundView round) {
        super(Kind.CONFLICT, "Round \"" + round.name() + "\" is " + round.status() + ", not open.");
    }

    private RoundNotOpen(String message) {
        super(Kind.CONFLICT, message);
    }

    /** No process waits for it: the round has just ended, or nobody but people can end a round of its kind. */
    public static RoundNotOpen unheard(RoundView round) {
        return new RoundNotOpen(
                switch (round.kind()) {
                    case INTAKE, EVALUATION ->
                        "Round \"" + round.name() + "\" is just closing. Reload the page to see where it is.";
                    case DELIBERATION ->
                        "Round \"" + round.name() + "\" ends when its decisions are released. Release them instead.";
                    case FILTERING, MENTORING, LIVE_FINAL, AWARD ->
                        "Round \"" + round.name() + "\" is run by hand. Complete the task \"Run round by hand\" in the"
                                + " inbox instead.";
                });
    }
}
