package org.regatta.workflow.engine;

import java.util.List;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** A model did not pass the gate; nothing of its deployment took place. */
public final class ModelRefused extends InvalidInput {

    /** With the findings of all models, places led by the file's name where there are several. */
    public ModelRefused(List<Finding> findings) {
        super("The model is refused: " + summary(findings), findings);
    }

    private static String summary(List<Finding> findings) {
        var first = findings.get(0);
        var more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
        return first.place() + ": " + first.message() + more;
    }
}
