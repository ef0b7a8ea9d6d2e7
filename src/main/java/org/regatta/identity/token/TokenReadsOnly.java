package org.regatta.identity.token;

import org.regatta.shared.Problem;

/** The token may read and nothing else. */
public class TokenReadsOnly extends Problem {

    /** Says which token would do. */
    public TokenReadsOnly() {
        super(Kind.FORBIDDEN, "This token may only read. Use one whose scope is to write.");
    }
}
