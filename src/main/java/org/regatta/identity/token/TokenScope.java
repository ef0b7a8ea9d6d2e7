package org.regatta.identity.token;

/** What a token may do. */
public enum TokenScope {
    /** Read what its owner may read. */
    READ,
    /** Read, and change what its owner may change without a fresh sign-in. */
    WRITE,
    /** The same, and what its owner is asked a fresh sign-in for: people, roles, tokens, imports, models. */
    ADMINISTER
}
