package org.regatta.deliberation;

/** What is decided about a project. */
public enum Outcome {
    /** It goes on to the next round. */
    ADVANCES,
    /** It ends here. */
    NOT_SELECTED,
    /** It gets a place or an award. */
    AWARDED
}
