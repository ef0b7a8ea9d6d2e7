/** Sign-in, sessions, API tokens, idempotency keys and what every request has to pass. */
@NullMarked
package org.regatta.identity.web;

import org.jspecify.annotations.NullMarked;
