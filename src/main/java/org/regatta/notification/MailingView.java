package org.regatta.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailing and how far it is.
 *
 * @param sentBy null where a process did
 * @param leavesAt until then it can be discarded
 * @param queued waiting for their time or for the mail server
 * @param failed given up; {@code lastError} says why
 */
public record MailingView(
        UUID id,
        String subject,
        @Nullable UUID sentBy,
        Instant createdAt,
        Instant leavesAt,
        @Nullable Instant discardedAt,
        int queued,
        int sent,
        int failed,
        @Nullable String lastError) {

    /** Everybody it was written to. */
    public int recipients() {
        return discardedAt == null ? queued + sent + failed : 0;
    }
}
