package org.regatta.identity.limit;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When wrong passwords lock; keys {@code regatta.lockout.*}, ISO-8601 durations. Links by mail and passkeys go on working.
 *
 * @param perAccount failures of one account that lock it
 * @param perAddress failures from one network address that lock it; many people may share one
 * @param duration how long a lock holds, and how long a failure counts
 */
@Validated
@ConfigurationProperties("regatta.lockout")
record LockoutProperties(
        @DefaultValue("5") @Min(1) int perAccount,
        @DefaultValue("5") @Min(1) int perAddress,
        @DefaultValue("PT15M") Duration duration) {}
