package org.regatta.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one field held before and after a change; both null where only the fact may be told, as with secrets. */
public record Change(@Nullable Object before, @Nullable Object after) {

    /** Collects the fields that did change, by name, in the order they were compared. */
    public static Changes between() {
        return new Changes();
    }

    /** Collects changes. */
    public static final class Changes {

        private final Map<String, Change> found = new LinkedHashMap<>();

        private Changes() {}

        /** Compares one field; fields that are equal are left out. */
        public Changes field(String name, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                found.put(name, new Change(before, after));
            }
            return this;
        }

        /** What changed; empty if nothing did. */
        public Map<String, Change> all() {
            return new LinkedHashMap<>(found);
        }
    }
}
