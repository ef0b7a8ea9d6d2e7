package org.regatta.identity.token;

import org.regatta.shared.Problem;

/** What is asked for wants a fresh sign-in of a person, and of a token that it was made for such things. */
public class TokenDoesNotAdminister extends Problem {

    /** Says which token would do. */
    public TokenDoesNotAdminister() {
        super(
                Kind.FORBIDDEN,
                "This token may not do this. Use one whose scope is to administer; you make it on your account's page, after a fresh sign-in, and no token makes it.");
    }
}
