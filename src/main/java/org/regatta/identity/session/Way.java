package org.regatta.identity.session;

/** How somebody signs in. */
public enum Way {
    /** A link by mail. */
    LINK,
    /** Address and password. */
    PASSWORD,
    /** A passkey, which is two factors at once. */
    PASSKEY
}
