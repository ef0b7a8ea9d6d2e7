package org.regatta.deliberation;

/** Where a decision is on its way to the team. */
public enum DecisionState {
    /** As the ranking's policy proposes; nobody has touched it. */
    PROPOSED,
    /** Written by people. */
    PREPARED,
    /** Fixed, not yet known outside. */
    APPROVED,
    /** Known to the team. */
    RELEASED;

    /** Whether people may still write it. */
    boolean changeable() {
        return this == PROPOSED || this == PREPARED;
    }
}
