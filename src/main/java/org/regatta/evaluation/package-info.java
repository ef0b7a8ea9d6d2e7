/**
 * Jurors score projects against a rubric.
 *
 * <p>Enter through {@link org.regatta.evaluation.Evaluations}; react to {@link
 * org.regatta.evaluation.EvaluationSubmitted}. Processes: {@code processes/evaluation/}. Tables: {@code evaluation},
 * {@code discrepancy_rule}, {@code private_note} (see {@code db/migration/evaluation}).
 */
@ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {
            "shared",
            "identity",
            "notification",
            "workflow",
            "competition",
            "project",
            "jury",
            "rubric"
        })
@NullMarked
package org.regatta.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
