package org.regatta.identity.factor;

import java.time.Instant;

/** An authenticator app that somebody typed a key into. */
public final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;

    private final byte[] secret = new byte[SECRET_BYTES];

    /** Keeps the 32 characters that the page shows. */
    public Authenticator(String key) {
        for (int i = 0; i < SECRET_BYTES * 8; i++) {
            var bit = BASE_32.indexOf(key.charAt(i / 5)) >> 4 - i % 5 & 1;
            secret[i / 8] |= (byte) (bit << 7 - i % 8);
        }
    }

    /** The code shown now, or so many steps of 30 s later. */
    public String code(int stepsLater) {
        return Totp.code(secret, Instant.now().plusSeconds((long) STEP_SECONDS * stepsLater));
    }
}
