/** The evaluation round, and the work on each of its projects, between the engine and this module. */
@NullMarked
package org.regatta.evaluation.process;

import org.jspecify.annotations.NullMarked;
