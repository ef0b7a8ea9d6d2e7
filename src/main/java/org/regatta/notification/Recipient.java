package org.regatta.notification;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody a letter goes to.
 *
 * @param values what the placeholders stand for in this person's letter; {@code name} is always known
 */
public record Recipient(UUID personId, Map<String, String> values) {

    /** Keeps its own copy of the values. */
    public Recipient {
        values = Map.copyOf(values);
    }
}
