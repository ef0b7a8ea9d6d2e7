/**
 * Passwords: their rules, the list of those that others lost, setting and changing one. Enter through
 * {@link org.regatta.identity.password.Passwords}.
 */
@NullMarked
package org.regatta.identity.password;

import org.jspecify.annotations.NullMarked;
