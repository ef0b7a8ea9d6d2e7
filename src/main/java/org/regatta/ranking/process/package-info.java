/** Calibration after an evaluation round, between the engine and this module. */
@NullMarked
package org.regatta.ranking.process;

import org.jspecify.annotations.NullMarked;
