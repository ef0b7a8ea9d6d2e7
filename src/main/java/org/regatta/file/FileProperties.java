package org.regatta.file;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where files are kept; keys {@code regatta.file.*}.
 *
 * @param endpoint the S3 server as Regatta reaches it
 * @param publicEndpoint the S3 server as browsers reach it; null: the same
 * @param bucket made at start where it is missing
 * @param timeout longest wait for a connection, and for a part of an answer
 * @param maxSize of one file
 */
@Validated
@ConfigurationProperties("regatta.file")
record FileProperties(
        @DefaultValue("http://localhost:8333") URI endpoint,
        @Nullable URI publicEndpoint,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("mopc-files") @NotBlank String bucket,
        @DefaultValue("PT3S") Duration timeout,
        @DefaultValue("500MB") DataSize maxSize) {

    @Override
    public String toString() {
        return "FileProperties[endpoint=" + endpoint + ", bucket=" + bucket + "]"; // without the keys
    }
}
