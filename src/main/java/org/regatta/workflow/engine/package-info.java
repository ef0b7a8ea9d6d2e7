/**
 * The engine, hardened: it runs no script, no class and no method call a model names, only the steps of the catalogue;
 * every model passes the gate before it is parsed; a self-test at start refuses to run when a probe gets through.
 *
 * <p>Enter through {@link org.regatta.workflow.engine.EngineHardening} and
 * {@link org.regatta.workflow.engine.StepCatalogue}.
 */
@NullMarked
package org.regatta.workflow.engine;

import org.jspecify.annotations.NullMarked;
