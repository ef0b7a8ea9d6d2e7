package org.regatta.identity.directory;

/** Where an account stands. */
public enum PersonState {
    /** Its person can sign in. */
    ACTIVE,
    /** Made by somebody else; its person has not come yet. */
    INVITED,
    /** Closed by an administrator. */
    DISABLED
}
