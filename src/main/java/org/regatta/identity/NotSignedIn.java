package org.regatta.identity;

import org.regatta.shared.Problem;

/** Nobody is signed in, or the person's account is disabled. */
public class NotSignedIn extends Problem {

    /** Says that signing in is what to do. */
    public NotSignedIn() {
        super(Kind.NOT_SIGNED_IN, "You are not signed in. Sign in and try again.");
    }
}
