/** What people do to programs, competitions, rounds and scoring policies while they set them up, as events. */
@NullMarked
package org.regatta.competition.change;

import org.jspecify.annotations.NullMarked;
