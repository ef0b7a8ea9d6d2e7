package org.regatta.audit.chain;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the audit log is sealed and how long it is kept; keys {@code regatta.audit.*}.
 *
 * @param signingKey 32 bytes in base64 that sign checkpoints; empty: made from {@code regatta.secret}
 * @param signingKeyFile where the same is read from, and made where the file is missing; null: nowhere
 * @param checkpointEvery a checkpoint is due after this many entries
 * @param checkpointAfter and after this time, if there are new entries
 * @param retention how long entries are kept; zero: for ever
 * @param verifyEvery how often the whole chain is verified by itself
 */
@Validated
@ConfigurationProperties("regatta.audit")
record AuditProperties(
        @DefaultValue("") String signingKey,
        @Nullable Path signingKeyFile,
        @DefaultValue("1000") @Min(1) int checkpointEvery,
        @DefaultValue("PT10M") Duration checkpointAfter,
        @DefaultValue("P3650D") Duration retention,
        @DefaultValue("PT24H") Duration verifyEvery) {

    @Override
    public String toString() {
        return "AuditProperties[checkpointEvery=" + checkpointEvery + ", checkpointAfter=" + checkpointAfter
                + ", retention=" + retention + ", verifyEvery=" + verifyEvery + "]"; // without the key
    }
}
