package org.regatta.identity;

import org.regatta.shared.Problem;

/** The last sign-in is too long ago for this; see {@link FreshSignIn}. */
public class SignInNotFresh extends Problem {

    /** Says what to do. */
    public SignInNotFresh() {
        super(
                Kind.FORBIDDEN,
                "This needs a sign-in of the last ten minutes. Nothing was changed: confirm who you are and try again.");
    }
}
