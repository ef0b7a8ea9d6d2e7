package org.regatta.identity.directory;

/** Where an account stands. */
public enum PersonState {
    /** Its person can sign in. */
    ACTIVE,
    /** Made by somebody else; its person has not come yet. */
    INVITED,
    /** Its person has come, and failed to sign in too often just now; links by mail and passkeys work. */
    LOCKED,
    /** Closed by an administrator. */
    DISABLED
}
