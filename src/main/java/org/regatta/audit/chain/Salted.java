package org.regatta.audit.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.verify.ChainHash;

/**
 * Personal data as they lie beside the chain. The salt goes with them when they are erased, so that nobody finds them out
 * by trying: the entry keeps the hash only.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record Salted(byte[] salt, String text, byte[] hash) {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Salts and hashes; null for what holds nothing. */
    public static @Nullable Salted of(JsonNode data) {
        if (data.isEmpty()) {
            return null;
        }
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var text = Canonical.write(data);
        return new Salted(salt, text, hash(salt, text));
    }

    static byte[] hash(byte[] salt, String text) {
        return ChainHash.salted(salt, text.getBytes(StandardCharsets.UTF_8));
    }
}
