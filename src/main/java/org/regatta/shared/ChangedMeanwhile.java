package org.regatta.shared;

/** Somebody else changed the object after it was read. */
public class ChangedMeanwhile extends Problem {

    /** Tells to read again. */
    public ChangedMeanwhile() {
        super(Kind.CONFLICT, "Somebody changed this after you read it. Read it again, then repeat your change.");
    }
}
