package org.regatta.identity.role;

import org.regatta.shared.Problem;

/** The request was decided before. */
public class RoleRequestDecided extends Problem {

    /** Tells to read again. */
    public RoleRequestDecided() {
        super(Kind.CONFLICT, "Somebody has decided about this request already.");
    }
}
