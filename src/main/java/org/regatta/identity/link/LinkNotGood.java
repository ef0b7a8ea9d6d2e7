package org.regatta.identity.link;

import org.regatta.shared.Problem;

/** The link was used, has expired, was replaced or never existed: all answer the same. */
public class LinkNotGood extends Problem {

    /** Says what to do. */
    public LinkNotGood() {
        super(Kind.NOT_FOUND, "This link does not work. A link works once and for a limited time: ask for a new one.");
    }
}
