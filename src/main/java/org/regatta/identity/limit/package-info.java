/**
 * What keeps guessing and flooding away: lockouts after failed sign-ins and limits of requests, in the database and so the
 * same over all nodes. Enter through {@link org.regatta.identity.limit.Lockouts} and {@link org.regatta.identity.limit.RateLimits}. Tables:
 * {@code sign_in_lock}, {@code rate_limit}.
 */
@NullMarked
package org.regatta.identity.limit;

import org.jspecify.annotations.NullMarked;
