/** Invitations: lists of people checked line by line, letters with a link that works once, accounts taken over. */
@NullMarked
package org.regatta.identity.invitation;

import org.jspecify.annotations.NullMarked;
