package org.regatta.identity.link;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a token that works says.
 *
 * @param personId whom it is for; null where nobody is known yet
 * @param email the address it is about; null where it is about none
 */
public record GoodToken(
        UUID id, @Nullable UUID personId, @Nullable String email, Instant expiresAt) {}
