/**
 * The second factor: codes of an authenticator app, recovery codes, and programs that ask them of their admins. Enter
 * through {@link org.regatta.identity.factor.SecondFactors}. Tables: {@code second_factor}, {@code recovery_code},
 * {@code second_factor_rule}.
 */
@NullMarked
package org.regatta.identity.factor;

import org.jspecify.annotations.NullMarked;
