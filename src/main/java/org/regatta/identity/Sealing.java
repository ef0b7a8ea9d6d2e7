package org.regatta.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must not be readable in the database: AES-256-GCM under a key made from {@code regatta.secret}. Whoever
 * changes that secret cannot open what was sealed before.
 */
@Component
public class Sealing {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Sealing(@Value("${regatta.secret}") String secret) {
        this.key = key(secret);
    }

    /**
     * Encrypts a text.
     *
     * @param use what it is for; only the same use opens it
     * @return base64url, one and a third times the text and 40 characters long
     */
    public String seal(String use, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var hidden = cipher(Cipher.ENCRYPT_MODE, nonce, use).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var sealed = ByteBuffer.allocate(nonce.length + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws IllegalArgumentException if it was altered, sealed for another use or under another secret
     */
    public String open(String use, String sealed) {
        var bytes = Base64.getUrlDecoder().decode(sealed);
        if (bytes.length < NONCE_BYTES) {
            throw new IllegalArgumentException("Too short to be sealed");
        }
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(bytes, 0, nonce, 0, NONCE_BYTES);
        try {
            var text = cipher(Cipher.DECRYPT_MODE, nonce, use).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException altered) {
            throw new IllegalArgumentException("Altered, for another use or under another secret", altered);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String use) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(use.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A key of its own, so that nothing else made from the secret tells about it. */
    private static SecretKeySpec key(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("regatta/sealing/1".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
