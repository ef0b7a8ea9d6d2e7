package org.regatta.identity.web.idempotency;

import org.regatta.shared.Problem;

/** A request with the same idempotency key has not ended yet. */
class RequestStillRunning extends Problem {

    RequestStillRunning() {
        super(
                Kind.CONFLICT,
                "A request with this idempotency key is still running. Repeat it with the same key in a few seconds.");
    }
}
