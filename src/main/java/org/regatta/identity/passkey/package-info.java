/**
 * Passkeys (WebAuthn): what Spring Security needs of them, and a person's own list. Enter through
 * {@link org.regatta.identity.passkey.Passkeys}. Tables: {@code passkey}, {@code passkey_challenge}.
 */
@NullMarked
package org.regatta.identity.passkey;

import org.jspecify.annotations.NullMarked;
