/** The deliberation round, between the engine and this module. */
@NullMarked
package org.regatta.deliberation.process;

import org.jspecify.annotations.NullMarked;
