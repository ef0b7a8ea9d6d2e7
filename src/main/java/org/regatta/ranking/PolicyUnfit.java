package org.regatta.ranking;

import java.util.List;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;

/** The round's scoring policy cannot be applied to this round; the findings say why. */
public class PolicyUnfit extends Problem {

    /** With at least one finding. */
    public PolicyUnfit(List<Finding> findings) {
        super(Kind.CONFLICT, "The scoring policy does not fit this round; see the findings.", findings);
    }
}
