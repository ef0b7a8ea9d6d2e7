/** The intake round, between the engine and this module. */
@NullMarked
package org.regatta.project.process;

import org.jspecify.annotations.NullMarked;
