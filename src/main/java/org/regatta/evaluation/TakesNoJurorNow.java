package org.regatta.evaluation;

import org.regatta.shared.Problem;

/** The work on a project is at a point at which no further juror can join it. */
public class TakesNoJurorNow extends Problem {

    /** Says what it may wait for, and what to do meanwhile. */
    public TakesNoJurorNow() {
        super(
                Kind.CONFLICT,
                "No juror can join the work on this project just now: it begins or ends, a third reader is asked for, or an"
                        + " evaluation is reopened. Appoint the juror as the third reader in the inbox, or assign them once"
                        + " the evaluation is in again.");
    }
}
