package org.regatta.audit.verify;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** An Ed25519 key (RFC 8032) that signs checkpoints, made from its 32 secret bytes. */
public final class SigningKey {

    /** Bytes of the secret. */
    public static final int LENGTH = 32;

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * The key of these 32 bytes; the same bytes give the same key.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static SigningKey of(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("An Ed25519 key has " + LENGTH + " secret bytes.");
        }
        try {
            // Java makes the public half only together with the secret one, whose bytes it takes from here
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(secret));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64 of its public half in X.509. */
    public String publicText() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    PrivateKey secret() {
        return pair.getPrivate();
    }

    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
