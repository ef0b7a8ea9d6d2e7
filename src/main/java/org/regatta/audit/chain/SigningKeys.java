package org.regatta.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.verify.SigningKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that signs checkpoints: from the settings, from a file, or else made from the deployment's secret. */
@Component
class SigningKeys {

    private final SigningKey current;

    SigningKeys(AuditProperties properties, @Value("${regatta.secret}") String secret) {
        var file = properties.signingKeyFile();
        if (!properties.signingKey().isBlank()) {
            current = SigningKey.of(decoded(properties.signingKey(), "regatta.audit.signing-key"));
        } else if (file != null) {
            current = SigningKey.of(decoded(fromFile(file), file.toString()));
        } else {
            current = SigningKey.of(derived(secret));
        }
    }

    /** The key to sign with now. */
    SigningKey current() {
        return current;
    }

    private static byte[] decoded(String base64, String place) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == SigningKey.LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw unusable(place, malformed);
        }
        throw unusable(place, null);
    }

    private static IllegalStateException unusable(String place, @Nullable IllegalArgumentException cause) {
        return new IllegalStateException(
                "The key that signs audit checkpoints (" + place + ") is not 32 bytes in base64. Make one with:"
                        + " openssl rand -base64 32",
                cause);
    }

    private static String fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[SigningKey.LENGTH];
                new SecureRandom().nextBytes(bytes);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes), StandardCharsets.US_ASCII);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs audit checkpoints cannot be kept in " + file, e);
        }
    }

    private static byte[] derived(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal("regatta/audit checkpoints/1".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
