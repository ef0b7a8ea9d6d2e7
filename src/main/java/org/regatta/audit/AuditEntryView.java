package org.regatta.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param actorId who did it; null where a process or a schedule did
 * @param actorName only for those who run the competition; others read results without the names behind them
 * @param type {@code <module>.<fact>}, for instance {@code evaluation.submitted}
 * @param subject the id of what it happened to
 * @param details ids and small values, as the event names them
 */
public record AuditEntryView(
        UUID id,
        Instant occurredAt,
        @Nullable UUID actorId,
        @Nullable String actorName,
        String type,
        String subject,
        JsonNode details) {}
