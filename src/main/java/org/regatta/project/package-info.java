/**
 * Projects, the teams that enter them, who accompanies them, and the part they take in rounds.
 *
 * <p>People enter through {@link org.regatta.project.Projects}; processes through
 * {@link org.regatta.project.ProjectLifecycle} and {@link org.regatta.project.Participations}. Tables: {@code team},
 * {@code team_member}, {@code team_invitation}, {@code project}, {@code project_mentor}, {@code participation} (see {@code db/migration/project});
 * lists also read the views {@code project_juror} and {@code project_conflict} of the jury module.
 */
@ApplicationModule(
        displayName = "Project",
        allowedDependencies = {"shared", "identity", "notification", "workflow", "competition"})
@NullMarked
package org.regatta.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
