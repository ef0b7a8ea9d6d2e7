/** Names of programs and competitions for those who grant roles there. */
@NullMarked
package org.regatta.competition.place;

import org.jspecify.annotations.NullMarked;
