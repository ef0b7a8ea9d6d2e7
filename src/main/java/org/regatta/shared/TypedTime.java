package org.regatta.shared;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * What {@code <input type="datetime-local">} sends.
 *
 * @param field named in findings
 */
public record TypedTime(String field, String typed) {

    /**
     * The one moment at which the clocks of the zone show what was typed.
     *
     * @throws InvalidInput if it cannot be read, or the zone's clocks show it twice or never
     */
    public Instant in(ZoneId zone) {
        try {
            var time = LocalDateTime.parse(typed);
            var offsets = zone.getRules().getValidOffsets(time);
            if (offsets.size() == 1) {
                return time.toInstant(offsets.getFirst());
            }
            throw new InvalidInput(new Finding(
                    field,
                    offsets.isEmpty()
                            ? "This time does not exist in " + zone + ": clocks go forward over it."
                            : "This time comes twice in " + zone + ": clocks go back over it.",
                    "Choose another time."));
        } catch (DateTimeParseException notATime) {
            throw new InvalidInput(new Finding(field, "This is not a date and time.", "Write it as 2026-11-24T18:00."));
        }
    }
}
