package org.regatta.project;

import org.regatta.shared.Problem;

/** The project's state does not allow this any more. */
public class ProjectEnded extends Problem {

    /** Says which project, and where it is. */
    public ProjectEnded(String number, ProjectStatus status) {
        super(Kind.CONFLICT, "Project \"" + number + "\" is " + status + "; that can no longer be done.");
    }
}
