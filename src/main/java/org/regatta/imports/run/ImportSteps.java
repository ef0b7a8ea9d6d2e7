package org.regatta.imports.run;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.regatta.imports.text.Spot;
import org.regatta.shared.Problem;

/** One step of an import: what another module refuses is told with the place in the file. */
final class ImportSteps {

    private ImportSteps() {}

    /**
     * Does what the part of a file asks for.
     *
     * @throws ImportRefused if the module refuses it
     */
    static <T> T at(Spot spot, Supplier<T> step) {
        try {
            return step.get();
        } catch (Problem refusal) {
            throw new ImportRefused(spot, refusal);
        }
    }

    /** The id of what was checked to be there. */
    static UUID known(Map<String, UUID> ids, String key) {
        var id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("Checked, but not there: " + key);
        }
        return id;
    }
}
