/** Programs, competitions and rounds under {@code /api/v1}. */
@NullMarked
package org.regatta.competition.web.api;

import org.jspecify.annotations.NullMarked;
