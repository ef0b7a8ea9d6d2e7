package org.regatta.identity.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may ask for what; keys {@code regatta.limits.<name>.count} and {@code .per}, ISO-8601 durations.
 *
 * @param limits by name, as {@link org.regatta.identity.RateLimited} says it
 */
@Validated
@ConfigurationProperties("regatta")
record RateLimitProperties(Map<String, @Valid Limit> limits) {

    /**
     * A limit: this many at once, and as many again spread over the time.
     *
     * @param count at least 1
     * @param per at least a second
     */
    record Limit(@Min(1) int count, Duration per) {}
}
