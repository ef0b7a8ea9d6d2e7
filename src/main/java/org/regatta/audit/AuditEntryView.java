package org.regatta.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened. People, texts and addresses are absent where the viewer must not learn them.
 *
 * @param number in the chain; null for a moment, until it is committed and counted
 * @param actorId whose own act it was; null where a process or a schedule did it
 * @param setOffById whose request made a process do it
 * @param seenAsId in whose place the actor looked
 * @param type {@code <module>.<fact>}, for instance {@code evaluation.submitted}
 * @param subject the id of what it happened to
 * @param details ids, small values and texts, as the event names them
 * @param via address and browser of the request; only for those who run the competition
 */
public record AuditEntryView(
        UUID id,
        @Nullable Long number,
        Instant occurredAt,
        @Nullable UUID actorId,
        @Nullable String actorName,
        @Nullable UUID setOffById,
        @Nullable String setOffByName,
        @Nullable UUID seenAsId,
        @Nullable String seenAsName,
        String type,
        String subject,
        @Nullable UUID competitionId,
        JsonNode details,
        @Nullable UUID requestId,
        @Nullable JsonNode via) {}
