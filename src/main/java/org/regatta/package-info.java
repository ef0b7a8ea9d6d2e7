/** Regatta's modules; {@code docs/map.md} draws them. */
@NullMarked
package org.regatta;

import org.jspecify.annotations.NullMarked;
