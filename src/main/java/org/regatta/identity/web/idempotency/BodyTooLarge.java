package org.regatta.identity.web.idempotency;

import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The content is larger than what a request with an idempotency key may bring outside of an upload. */
class BodyTooLarge extends MaxUploadSizeExceededException {

    BodyTooLarge(long maxBytes) {
        super(maxBytes);
    }
}
