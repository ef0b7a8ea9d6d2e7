/** Pages of a ranking and of how its numbers came about. */
@NullMarked
package org.regatta.ranking.web;

import org.jspecify.annotations.NullMarked;
