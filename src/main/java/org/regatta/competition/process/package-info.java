/** The competition process and what the rounds' processes have in common, between the engine and this module. */
@NullMarked
package org.regatta.competition.process;

import org.jspecify.annotations.NullMarked;
