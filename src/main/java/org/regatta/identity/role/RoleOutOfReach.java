package org.regatta.identity.role;

import org.regatta.shared.Problem;

/** The viewer may not grant or withdraw this role here. */
public class RoleOutOfReach extends Problem {

    /** Says whose roles are within reach. */
    public RoleOutOfReach() {
        super(Kind.FORBIDDEN, "You grant and withdraw only roles below your own, and only inside your own programs.");
    }
}
