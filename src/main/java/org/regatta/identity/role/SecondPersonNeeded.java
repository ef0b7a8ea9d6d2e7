package org.regatta.identity.role;

import org.regatta.shared.Problem;

/** The viewer asked for the role, or is the one who would get it. */
public class SecondPersonNeeded extends Problem {

    /** Says who decides. */
    public SecondPersonNeeded() {
        super(
                Kind.FORBIDDEN,
                "Another super admin than the one who asked for this role, and than the one who gets it, decides about"
                        + " it.");
    }
}
