/**
 * Juries, conflicts of interest, recusals, and who evaluates what.
 *
 * <p>People enter through {@link org.regatta.jury.Juries}, {@link org.regatta.jury.Conflicts},
 * {@link org.regatta.jury.Recusals} and {@link org.regatta.jury.Assignments}; processes through
 * {@link org.regatta.jury.AssignmentPlan}. Tables: {@code jury}, {@code juror}, {@code round_jury},
 * {@code conflict_of_interest}, {@code recusal}, {@code assignment} and the views {@code project_juror} and
 * {@code project_conflict} (see {@code db/migration/jury}).
 */
@ApplicationModule(
        displayName = "Jury",
        allowedDependencies = {"shared", "identity", "workflow", "competition", "project"})
@NullMarked
package org.regatta.jury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
