package org.regatta.competition;

import java.util.List;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;

/** A round cannot open yet; the findings say what it lacks. */
public class RoundNotReady extends Problem {

    /** Everything that is missing, at once. */
    public RoundNotReady(String roundName, List<Finding> findings) {
        super(
                Kind.CONFLICT,
                "Round \"" + roundName + "\" cannot open yet. Add what is missing, then try again.",
                findings);
    }
}
