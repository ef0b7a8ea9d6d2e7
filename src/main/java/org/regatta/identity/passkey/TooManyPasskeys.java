package org.regatta.identity.passkey;

import org.regatta.shared.Problem;

/** The person has as many passkeys as there can be. */
public class TooManyPasskeys extends Problem {

    /** Says what to do. */
    public TooManyPasskeys(int most) {
        super(Kind.CONFLICT, "You have " + most + " passkeys already. Remove one that you no longer use.");
    }
}
