package org.regatta.project;

import java.util.Collection;
import java.util.UUID;

/** Ids as the text array that SQL casts to {@code uuid[]}. */
final class Sql {

    private Sql() {}

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
