package org.regatta.identity.token;

/** What a token may do. */
public enum TokenScope {
    /** Read what its owner may read. */
    READ,
    /** Read, and change what its owner may change. */
    WRITE
}
