/** Pages about one's own ways to sign in: password, devices; and the set-up of the first administrator. */
@NullMarked
package org.regatta.identity.web.own;

import org.jspecify.annotations.NullMarked;
