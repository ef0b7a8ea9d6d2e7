/**
 * What an organiser steers a competition by: how far a round is and when it will end, who is behind and is reminded,
 * what a competition still lacks before it starts, and last year's competition as the beginning of the next.
 *
 * <p>Enter through {@link org.regatta.steering.RoundProgress}, {@link org.regatta.steering.RoundReminders} and
 * {@link org.regatta.steering.Editions}. No tables of its own: it counts in those of assignments and evaluations.
 */
@ApplicationModule(
        displayName = "Steering",
        allowedDependencies = {
            "shared",
            "identity",
            "workflow",
            "competition",
            "project",
            "projectfile",
            "jury",
            "rubric",
            "evaluation",
            "notification"
        })
@NullMarked
package org.regatta.steering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
