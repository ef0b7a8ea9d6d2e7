package org.regatta.access;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks.
 *
 * @param name as the matrix calls them
 * @param personId null for a visitor
 * @param session the value of the session's cookie; null for who has none
 * @param csrf the session's token for forms
 * @param token for the API; null for who asks the API with the session too
 * @param own what only this caller has, by name
 */
record Caller(
        String name,
        @Nullable UUID personId,
        @Nullable String session,
        @Nullable String csrf,
        @Nullable String token,
        Map<String, Object> own) {

    @Override
    public String toString() {
        return name;
    }
}
