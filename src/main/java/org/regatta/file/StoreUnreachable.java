package org.regatta.file;

import org.regatta.shared.Problem;

/** The object store does not answer, or refuses Regatta itself. */
public class StoreUnreachable extends Problem {

    /** Says that it will pass. */
    StoreUnreachable(Throwable cause) {
        super(Kind.UNAVAILABLE, "The file store does not answer now. Nothing is lost; try again in a minute.");
        initCause(cause);
    }
}
