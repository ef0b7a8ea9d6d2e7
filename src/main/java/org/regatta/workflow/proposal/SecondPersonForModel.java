package org.regatta.workflow.proposal;

import org.regatta.shared.Problem;

/** The viewer proposed the model. */
public class SecondPersonForModel extends Problem {

    /** Says who decides. */
    public SecondPersonForModel() {
        super(Kind.FORBIDDEN, "Another super admin than the one who proposed this model decides about it.");
    }
}
