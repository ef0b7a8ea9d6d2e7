package org.regatta.jury;

/** How a conflict of interest is known. */
public enum ConflictKind {
    /** The person said so. */
    DECLARED,
    /** Found in the data: the same employer, for instance. */
    INFERRED,
    /** Taken over from an earlier competition. */
    INHERITED
}
