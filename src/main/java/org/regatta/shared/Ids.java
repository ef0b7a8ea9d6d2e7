package org.regatta.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562), so that later ids sort after earlier ones and indexes grow at their end. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** The next id; unique over all nodes. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
