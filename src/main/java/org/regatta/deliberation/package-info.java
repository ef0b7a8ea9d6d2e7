/**
 * Who advances and who is awarded, and why: decisions are proposed from a ranking, prepared by people, approved, and
 * released together.
 *
 * <p>Enter through {@link org.regatta.deliberation.Decisions}, for what a team is told through {@link
 * org.regatta.deliberation.feedback.TeamResults}; the process uses {@link
 * org.regatta.deliberation.DecisionLifecycle}. Processes: {@code processes/deliberation/}. Tables: {@code decision},
 * {@code decision_batch}, {@code decision_batch_row}, {@code decision_release} (see {@code db/migration/deliberation}).
 */
@ApplicationModule(
        displayName = "Deliberation",
        allowedDependencies = {
            "shared",
            "identity",
            "workflow",
            "competition",
            "project",
            "jury",
            "rubric",
            "evaluation",
            "ranking"
        })
@NullMarked
package org.regatta.deliberation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
