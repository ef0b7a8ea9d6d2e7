package org.regatta.evaluation;

import org.regatta.shared.Problem;

/** Another window or device has saved this evaluation meanwhile; {@link #stored} is what it saved. */
public class EvaluationChanged extends Problem {

    private final transient EvaluationView stored;

    /** Carries what is stored, so that both texts can be shown. */
    public EvaluationChanged(EvaluationView stored) {
        super(
                Kind.CONFLICT,
                "This evaluation has been saved from another window meanwhile. Compare both versions and save again with version "
                        + stored.version() + ".");
        this.stored = stored;
    }

    /** What is stored now; the juror's own. */
    public EvaluationView stored() {
        return stored;
    }
}
