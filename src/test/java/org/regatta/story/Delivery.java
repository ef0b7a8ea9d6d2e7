package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.regatta.TestDatabase;

/** What production starts: the jar, and the variables that a deployment sets. */
final class Delivery {

    private Delivery() {}

    /** The jar that the image is made of; it is packaged before integration tests run. */
    static Path jar() {
        try (var found = Files.newDirectoryStream(Path.of("target"), "regatta-*[0-9T].jar")) {
            var jars = StreamSupport.stream(found.spliterator(), false).toList();
            assertThat(jars).as("target/regatta-….jar, made by mvn package").hasSize(1);
            return jars.getFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All that are required, under the names of {@code .env.example}; mail and object store are dead. */
    static Map<String, String> variables(TestDatabase database) {
        var address = database.url()
                .replace("jdbc:postgresql://", "postgresql://" + database.user() + ":" + database.password() + "@")
                .replaceFirst("\\?.*", "?connection_limit=4");
        return new HashMap<>(Map.of(
                "DATABASE_URL", address,
                "NEXTAUTH_URL", "http://localhost",
                "NEXTAUTH_SECRET", "canary-signing-secret-0123456789abcdef",
                "MINIO_ENDPOINT", "http://127.0.0.1:9",
                "MINIO_ACCESS_KEY", "for-tests",
                "MINIO_SECRET_KEY", "canary-s3-secret-key",
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", "9",
                "EMAIL_FROM", "Regatta <no-reply@regatta.test>"));
    }
}
