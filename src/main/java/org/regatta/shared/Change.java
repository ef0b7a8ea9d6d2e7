package org.regatta.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one field held before and after a change; both null where only the fact may be told, as with secrets. */
public record Change(@Nullable Object before, @Nullable Object after) {

    /** Collects the fields that did change, by name, in the order they were compared. */
    public static Changes between() {
        return new Changes();
    }

    /** What differs between two records of one type, see {@link Changes#record}. */
    public static <R extends Record> Map<String, Change> between(R before, R after) {
        return between().record(before, after).all();
    }
}
