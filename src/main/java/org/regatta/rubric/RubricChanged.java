package org.regatta.rubric;

import org.regatta.shared.Problem;

/** Somebody else has changed the rubric meanwhile. */
public class RubricChanged extends Problem {

    /** Says what to do. */
    public RubricChanged(String key) {
        super(
                Kind.CONFLICT,
                "The rubric " + key
                        + " has been changed by somebody else meanwhile. Load it again and repeat the change.");
    }
}
