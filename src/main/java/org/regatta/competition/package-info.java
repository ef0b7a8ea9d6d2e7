/**
 * Programs, their competitions, and the ordered rounds a competition runs through.
 *
 * <p>People enter through {@link org.regatta.competition.Competitions} and {@link org.regatta.competition.Rounds};
 * processes move states through {@link org.regatta.competition.RoundLifecycle}. Modules above say what a round lacks
 * through {@link org.regatta.competition.RoundReadiness}. Tables: {@code program}, {@code competition},
 * {@code round}, {@code scoring_policy} (see {@code db/migration/competition}).
 */
@ApplicationModule(
        displayName = "Competition",
        allowedDependencies = {"shared", "identity", "notification", "workflow"})
@NullMarked
package org.regatta.competition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
