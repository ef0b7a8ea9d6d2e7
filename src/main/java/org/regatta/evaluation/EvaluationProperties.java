package org.regatta.evaluation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evaluations behave; keys {@code regatta.evaluation.*}, ISO-8601 durations.
 *
 * @param takeBack how long a juror may take back what was just handed in; the page offers it for ten seconds, the rest is
 *     for slow connections
 */
@ConfigurationProperties("regatta.evaluation")
record EvaluationProperties(@DefaultValue("PT15S") Duration takeBack) {}
