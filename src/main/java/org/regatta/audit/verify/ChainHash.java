package org.regatta.audit.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hashes of the chain, all SHA-256: an entry's own hash is taken over its canonical text, its hash in the chain over
 * the hash in the chain before and its own. Each kind begins with a byte of its own, so that none passes for another.
 */
public final class ChainHash {

    /** Bytes of every hash. */
    public static final int LENGTH = 32;

    private static final byte OWN = 0;
    private static final byte CHAINED = 1;
    private static final byte SALTED = 2;

    private ChainHash() {}

    /** What stands in the chain before entry 1. */
    public static byte[] start() {
        return digest().digest("regatta audit chain 1".getBytes(StandardCharsets.US_ASCII));
    }

    /** The own hash of an entry. */
    public static byte[] own(byte[] text) {
        var digest = digest();
        digest.update(OWN);
        return digest.digest(text);
    }

    /** The hash in the chain of the entry with this own hash. */
    public static byte[] next(byte[] before, byte[] own) {
        var digest = digest();
        digest.update(CHAINED);
        digest.update(before);
        return digest.digest(own);
    }

    /** What an entry holds of personal data that lie beside the chain. */
    public static byte[] salted(byte[] salt, byte[] text) {
        var digest = digest();
        digest.update(SALTED);
        digest.update(salt);
        return digest.digest(text);
    }

    /** 64 small hexadecimal digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
