package org.regatta.imports;

import org.regatta.shared.Problem;

/** The import has ended; it cannot be cancelled any more. */
public class ImportEnded extends Problem {

    /** The state it ended in. */
    public ImportEnded(ImportState state) {
        super(Kind.CONFLICT, "The import has ended (" + state + ") and cannot be cancelled any more.");
    }
}
