package org.regatta.identity.session;

/** How somebody signs in. */
public enum Way {
    /** A link by mail. */
    LINK,
    /** Address and password. */
    PASSWORD,
    /** A passkey, which is two factors at once. */
    PASSKEY,
    /** A code of an authenticator app or a recovery code, after a link or a password. */
    SECOND_FACTOR,
    /** The link of an invitation. */
    INVITATION,
    /** The link of the log that makes the first administrator. */
    SET_UP,
    /** An API token, which signs in one request. */
    API_TOKEN
}
