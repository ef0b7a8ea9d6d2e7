/**
 * Weighted criteria, what scores under them are valid, and what they add up to.
 *
 * <p>Enter through {@link org.regatta.rubric.Rubrics}; {@link org.regatta.rubric.RubricView} checks scores and computes
 * totals. Tables: {@code rubric}, {@code criterion} (see {@code db/migration/evaluation}).
 */
@ApplicationModule(
        displayName = "Rubric",
        allowedDependencies = {"shared", "identity", "competition"})
@NullMarked
package org.regatta.rubric;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
