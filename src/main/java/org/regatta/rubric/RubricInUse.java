package org.regatta.rubric;

import org.regatta.shared.Problem;

/** The rubric cannot change any more: there are evaluations under it. */
class RubricInUse extends Problem {

    RubricInUse(String key) {
        super(
                Kind.CONFLICT,
                "There are evaluations under the rubric " + key
                        + " already, and changing it would change what they mean. Define a new rubric for a later round.");
    }
}
