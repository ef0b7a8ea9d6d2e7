package org.regatta.identity;

import org.regatta.shared.Problem;

/** The viewer has a conflict of interest with one of the projects an act decides on as a whole. */
public class ConflictOfInterest extends Problem {

    /** Says that somebody else has to do it, and not with which project: the viewer knows. */
    public ConflictOfInterest() {
        super(
                Kind.FORBIDDEN,
                "You have a conflict of interest with one of the projects this decides on. Ask an administrator who has none"
                        + " to do it.");
    }
}
