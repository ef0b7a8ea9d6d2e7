/** What the steering module adds to the board and to the page of a round, and its own pages. */
@NullMarked
package org.regatta.steering.web;

import org.jspecify.annotations.NullMarked;
