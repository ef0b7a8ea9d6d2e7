package org.regatta.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave; keys {@code regatta.notification.*}, ISO-8601 durations.
 *
 * @param hold how long a mailing can be discarded before it leaves
 * @param takeOverAfter when another node may send what a node took and did not report on; longer than the mail
 *     server's time-outs together
 * @param firstRetry after a failed attempt; doubles with each further one up to {@code longestRetry}
 * @param maxAttempts how often a message is tried before it counts as failed
 */
@ConfigurationProperties("regatta.notification")
record NotificationProperties(
        @DefaultValue("PT1M") Duration hold,
        @DefaultValue("PT2M") Duration takeOverAfter,
        @DefaultValue("PT30S") Duration firstRetry,
        @DefaultValue("PT1H") Duration longestRetry,
        @DefaultValue("40") int maxAttempts) {

    /** Exponential back-off: how long to wait after this many failed attempts, 1 or more. */
    Duration retryAfter(int attempts) {
        var doubled = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    }
}
