/** Pages of programs, competitions and rounds. */
@NullMarked
package org.regatta.competition.web;

import org.jspecify.annotations.NullMarked;
