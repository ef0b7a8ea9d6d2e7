package org.regatta.identity.role;

import org.regatta.shared.Problem;

/** Nobody would be left who administers the site. */
public class LastSuperAdmin extends Problem {

    /** Says what to do first. */
    public LastSuperAdmin() {
        super(
                Kind.CONFLICT,
                "Nobody would be left who administers the site for good. Make another person a super admin first,"
                        + " without an end.");
    }
}
