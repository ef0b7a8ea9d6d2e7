package org.regatta.identity.viewas;

import org.regatta.shared.Problem;

/** Who sees the site as another person changes nothing. */
public class ViewingOnly extends Problem {

    /** Says how to go on. */
    public ViewingOnly() {
        super(
                Kind.FORBIDDEN,
                "You see the site as another person and can only read. End that, then change it as yourself.");
    }
}
