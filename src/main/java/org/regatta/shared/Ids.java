package org.regatta.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Collection;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562), so that later ids sort after earlier ones and indexes grow at their end. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** The next id; unique over all nodes. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** Ids as the text array that SQL casts to {@code uuid[]}, in the order given. */
    public static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
