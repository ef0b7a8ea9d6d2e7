package org.regatta.identity.role;

import org.regatta.shared.Problem;

/** Nobody gives a role to oneself. */
public class OwnRoles extends Problem {

    /** Names who can. */
    public OwnRoles() {
        super(Kind.FORBIDDEN, "Nobody gives a role to themselves. Ask another administrator.");
    }
}
