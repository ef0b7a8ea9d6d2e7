package org.regatta.project;

import org.regatta.shared.Problem;

/** The competition takes no projects at this moment. */
public class IntakeClosed extends Problem {

    /** Tells whom to ask. */
    public IntakeClosed() {
        super(
                Kind.CONFLICT,
                "The competition takes no projects now. Your draft is kept; ask the organiser if you are late.");
    }
}
