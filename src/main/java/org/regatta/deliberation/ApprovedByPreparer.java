package org.regatta.deliberation;

import org.regatta.shared.Problem;

/** Four eyes are asked for, and the person who approves prepared some of the decisions. */
public class ApprovedByPreparer extends Problem {

    ApprovedByPreparer() {
        super(
                Kind.CONFLICT,
                "You prepared some of these decisions, and a second person has to approve them. Ask another administrator.");
    }
}
