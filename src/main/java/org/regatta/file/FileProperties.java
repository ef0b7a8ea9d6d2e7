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
 * Where files are kept and how they get there; keys {@code regatta.file.*}, ISO-8601 durations.
 *
 * @param endpoint the S3 server as Regatta reaches it
 * @param publicEndpoint the S3 server as browsers reach it; null: the same
 * @param bucket made where it is missing
 * @param timeout longest wait for a connection, and for a part of an answer
 * @param assembly longest wait until the store has put the parts of a file together
 * @param maxSize of one file
 * @param uploadLink how long an address to upload a part to works
 * @param downloadLink how long an address to download from works
 * @param takeOverAfter when another node may check or delete what a node took and did not report on
 * @param longestRetry between attempts while the store does not answer
 * @param abandonedAfter when a file of which nothing more arrives is given up
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
        @DefaultValue("PT1M") Duration assembly,
        @DefaultValue("500MB") DataSize maxSize,
        @DefaultValue("PT15M") Duration uploadLink,
        @DefaultValue("PT5M") Duration downloadLink,
        @DefaultValue("PT2M") Duration takeOverAfter,
        @DefaultValue("PT5M") Duration longestRetry,
        @DefaultValue("P2D") Duration abandonedAfter) {

    /** The address browsers talk to. */
    URI shownEndpoint() {
        return publicEndpoint == null ? endpoint : publicEndpoint;
    }

    /** Exponential back-off from two seconds on: how long to wait after this many failed attempts, 1 or more. */
    Duration retryAfter(int attempts) {
        var doubled = Duration.ofSeconds(1L << Math.min(attempts, 20));
        return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    }

    @Override
    public String toString() {
        return "FileProperties[endpoint=" + endpoint + ", bucket=" + bucket + "]"; // without the keys
    }
}
