package org.regatta.imports;

import java.util.UUID;
import org.regatta.shared.Problem;

/** There is no such import, or not for this viewer. */
public class ImportNotFound extends Problem {

    /** The import that was asked for. */
    public ImportNotFound(UUID importId) {
        super(Kind.NOT_FOUND, "There is no import " + importId + ".");
    }
}
