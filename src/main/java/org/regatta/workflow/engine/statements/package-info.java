/**
 * The engine's own SQL statements, read ahead of the engine and in less time than it takes for them.
 *
 * <p>Enter through {@link org.regatta.workflow.engine.statements.EngineStatements}.
 */
@NullMarked
package org.regatta.workflow.engine.statements;

import org.jspecify.annotations.NullMarked;
