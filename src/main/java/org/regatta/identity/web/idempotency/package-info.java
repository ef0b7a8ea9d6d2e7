/** Lets programs repeat a request whose answer was lost, without doing it twice. */
@NullMarked
package org.regatta.identity.web.idempotency;

import org.jspecify.annotations.NullMarked;
