package org.regatta.identity;

import org.regatta.shared.Problem;

/** The object does not exist, or not for this viewer: both answer the same. */
public class NotVisible extends Problem {

    /** Says no more than that nothing is there. */
    public NotVisible() {
        super(Kind.NOT_FOUND, "There is nothing here that you can see. Check the address.");
    }
}
