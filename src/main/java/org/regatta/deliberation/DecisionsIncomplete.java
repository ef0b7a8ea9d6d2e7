package org.regatta.deliberation;

import java.util.List;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;

/** Some projects of the round have no outcome yet; the findings name them. */
public class DecisionsIncomplete extends Problem {

    DecisionsIncomplete(List<Finding> findings) {
        super(Kind.CONFLICT, "Some projects are not decided yet. Decide each of them, then approve again.", findings);
    }
}
