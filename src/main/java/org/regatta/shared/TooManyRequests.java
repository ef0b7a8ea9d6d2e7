package org.regatta.shared;

import java.time.Duration;

/** Somebody asked for this too often; it works again after a while. */
public class TooManyRequests extends Problem {

    private final Duration retryAfter;

    /**
     * Says how long to wait.
     *
     * @param wait until the next one is taken; told in whole seconds, rounded up, at least one
     */
    public TooManyRequests(Duration wait) {
        super(
                Kind.TOO_MANY,
                "That was too often in a short time. Nothing was done: wait " + seconds(wait)
                        + " seconds and try again.");
        this.retryAfter = Duration.ofSeconds(seconds(wait));
    }

    /** Until the next one is taken, in whole seconds. */
    public Duration retryAfter() {
        return retryAfter;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
