/**
 * Tokens that work once and the links that carry them, for other parts of identity: issue with
 * {@link org.regatta.identity.link.LinkLetters} (by mail) or {@link org.regatta.identity.link.OneTimeTokens}, show a page
 * with a button on GET after {@link org.regatta.identity.link.OneTimeTokens#look}, use on POST. Table:
 * {@code one_time_token}.
 */
@NullMarked
package org.regatta.identity.link;

import org.jspecify.annotations.NullMarked;
