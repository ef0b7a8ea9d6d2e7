package org.regatta.competition;

import org.regatta.shared.Problem;

/** What was asked for is only possible while the competition is a draft. */
public class CompetitionRunning extends Problem {

    /** Says which competition, and where it is instead. */
    public CompetitionRunning(CompetitionView competition) {
        super(
                Kind.CONFLICT,
                "Competition \"" + competition.name() + "\" is " + competition.status() + ", not a draft.");
    }
}
