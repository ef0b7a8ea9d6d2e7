/**
 * The one door to the engine: processes are started, told and asked here, models are checked and deployed here, and
 * what waits for whom is read here.
 *
 * <p>Enter through {@link org.regatta.workflow.Processes} and {@link org.regatta.workflow.Inbox}. Tables: the engine's
 * {@code act_*}, {@code inbox_task}, {@code flow_taken}, {@code saved_view}, {@code model_proposal} (see {@code
 * db/migration/workflow}); tasks of a group leave out what the view {@code project_conflict} of the jury module keeps from a person, the program and
 * the zone of a competition are looked up in {@code competition}, and the competition of a round in {@code round}.
 */
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"shared", "identity"})
@NullMarked
package org.regatta.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
