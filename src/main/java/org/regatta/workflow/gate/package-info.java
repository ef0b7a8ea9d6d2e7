/**
 * The gate every model passes before the engine sees it: a closed grammar for BPMN, DMN and forms. What is not listed
 * is a finding with line, element and remedy; the document that was checked, written anew, is the one deployed.
 *
 * <p>Enter through {@link org.regatta.workflow.gate.ModelGate}. Knows nothing of the engine.
 */
@NullMarked
package org.regatta.workflow.gate;

import org.jspecify.annotations.NullMarked;
