package org.regatta.audit.chain;

import java.util.Map;

/**
 * Which entries somebody may read.
 *
 * @param condition SQL over the alias {@code e} of {@code audit_entry}: those that are more than their hash to the reader
 * @param personal of these, the ones with what lies beside them
 * @param parameters of both, by name
 */
public record Visible(String condition, String personal, Map<String, Object> parameters) {

    /** All of them. */
    public static final Visible ALL = new Visible("true", "true", Map.of());
}
