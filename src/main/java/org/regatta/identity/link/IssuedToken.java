package org.regatta.identity.link;

import java.time.Instant;
import java.util.UUID;

/**
 * A token just made.
 *
 * @param secret told this once; its text form does not show it
 */
public record IssuedToken(UUID id, String secret, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[id=" + id + "]";
    }
}
