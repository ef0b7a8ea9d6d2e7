package org.regatta.workflow.proposal;

import org.regatta.shared.Problem;

/** The proposal was decided before. */
public class ModelProposalDecided extends Problem {

    /** Tells to read again. */
    public ModelProposalDecided() {
        super(Kind.CONFLICT, "Somebody has decided about this model already.");
    }
}
