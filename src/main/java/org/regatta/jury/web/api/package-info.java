/** Juries, assignments, conflicts and recusals under {@code /api/v1}. */
@NullMarked
package org.regatta.jury.web.api;

import org.jspecify.annotations.NullMarked;
