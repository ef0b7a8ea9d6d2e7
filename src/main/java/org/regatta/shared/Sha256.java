package org.regatta.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of something to know it again by: of a document, or of a secret of 256 random bits, which needs no slow
 * hash, and whose look-up by its hash leaks nothing by its timing. Passwords are hashed otherwise.
 */
public final class Sha256 {

    private Sha256() {}

    /** The 32 bytes of a text, in UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The 32 bytes of these. */
    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    /** The same in 64 small hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** The same in 64 small hexadecimal digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    /** For what comes in parts. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
