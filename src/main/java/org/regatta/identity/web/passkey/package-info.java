/** Signing in by passkey, and the page parts about one's own passkeys. */
@NullMarked
package org.regatta.identity.web.passkey;

import org.jspecify.annotations.NullMarked;
