package org.regatta.project;

import java.util.List;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;

/** The project lacks something that the call asks for. */
public class ProjectIncomplete extends Problem {

    /** Names all that is missing. */
    ProjectIncomplete(List<Finding> lacking) {
        super(
                Kind.INVALID,
                "The project was not handed in: something that the call asks for is missing. Add it, then hand in.",
                lacking);
    }
}
