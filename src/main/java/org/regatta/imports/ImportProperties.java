package org.regatta.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How imports behave; keys {@code regatta.imports.*}, ISO-8601 durations.
 *
 * @param maxUpload most bytes of one upload, all its files together
 * @param maxUnpacked most bytes of its files once unpacked
 * @param staleAfter a running import without a sign of life for so long is taken again
 * @param maxAttempts how often an import is taken before it is given up
 * @param batchRows rows written, and counted on the progress bar, at a time
 */
@ConfigurationProperties("regatta.imports")
public record ImportProperties(
        @DefaultValue("16MB") DataSize maxUpload,
        @DefaultValue("64MB") DataSize maxUnpacked,
        @DefaultValue("PT30S") Duration staleAfter,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("500") int batchRows) {}
