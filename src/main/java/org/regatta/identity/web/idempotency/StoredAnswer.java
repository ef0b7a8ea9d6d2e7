package org.regatta.identity.web.idempotency;

import org.jspecify.annotations.Nullable;

/** What a request was answered, as it is told again when the request is repeated. */
record StoredAnswer(
        int status, @Nullable String contentType, @Nullable String location, byte[] body) {}
