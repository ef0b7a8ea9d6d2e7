/**
 * People, their roles, how they sign in, and who may do what.
 *
 * <p>Enter through {@link org.regatta.identity.Access} (every read and write asks it) and
 * {@link org.regatta.identity.People}. Tables: {@code person}, {@code role_grant}, {@code api_token},
 * {@code idempotency_key}, {@code one_time_token},
 * {@code sign_in_lock}, {@code rate_limit},
 * {@code passkey}, {@code passkey_challenge}, {@code second_factor},
 * {@code recovery_code}, {@code second_factor_rule}, {@code role_request}, {@code invitation},
 * {@code view_as}, {@code erasure_request} (see {@code db/migration/identity}).
 */
@ApplicationModule(displayName = "Identity", allowedDependencies = "shared")
@NullMarked
package org.regatta.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
