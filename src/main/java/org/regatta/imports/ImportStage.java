package org.regatta.imports;

/** What a running import does; its rows are counted anew in each. */
public enum ImportStage {
    /** Reads and checks every row. */
    CHECKING,
    /** Writes, in one transaction. */
    APPLYING
}
