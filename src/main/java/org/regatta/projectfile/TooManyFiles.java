package org.regatta.projectfile;

import org.regatta.shared.Problem;

/** The project has as many files as a project can have. */
public class TooManyFiles extends Problem {

    /** Says how many. */
    TooManyFiles(int most) {
        super(Kind.CONFLICT, "A project has at most " + most + " files. Remove one, then add another.");
    }
}
