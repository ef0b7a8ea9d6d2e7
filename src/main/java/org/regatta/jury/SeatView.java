package org.regatta.jury;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Change;

/**
 * A jury's seat in a round.
 *
 * @param category whose projects it evaluates; null for all
 * @param jurorsPerProject null for the whole jury
 */
public record SeatView(
        UUID id,
        UUID roundId,
        UUID juryId,
        String juryName,
        @Nullable String category,
        @Nullable Integer jurorsPerProject) {

    /** What differs between a seat as it was and as it is; empty where there is none. */
    static Map<String, Change> between(Optional<SeatView> before, Optional<SeatView> after) {
        return Change.between()
                .field(
                        "seatId",
                        before.map(SeatView::id).orElse(null),
                        after.map(SeatView::id).orElse(null))
                .field(
                        "jurorsPerProject",
                        before.map(SeatView::jurorsPerProject).orElse(null),
                        after.map(SeatView::jurorsPerProject).orElse(null))
                .all();
    }
}
