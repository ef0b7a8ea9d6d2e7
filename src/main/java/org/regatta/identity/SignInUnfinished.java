package org.regatta.identity;

import org.regatta.shared.Problem;

/** Something is left to do before anything else: a password to be set or a second factor to be shown. */
public class SignInUnfinished extends Problem {

    /** Says where. */
    public SignInUnfinished() {
        super(Kind.FORBIDDEN, "The sign-in is not complete. Open Regatta in the browser and do what it asks.");
    }
}
