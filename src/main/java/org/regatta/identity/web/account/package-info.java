/** Everybody's own pages. */
@NullMarked
package org.regatta.identity.web.account;

import org.jspecify.annotations.NullMarked;
