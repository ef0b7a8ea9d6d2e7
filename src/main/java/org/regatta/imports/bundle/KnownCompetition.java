package org.regatta.imports.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of an import may refer to: of a bundle's own plan, or of a competition that is there.
 *
 * @param projects numbers that are taken
 * @param juries by key: the labels of their jurors
 * @param rounds by key
 */
public record KnownCompetition(Set<String> projects, Map<String, Set<String>> juries, Map<String, Round> rounds) {

    /**
     * A round.
     *
     * @param evaluation whether jurors evaluate in it
     */
    public record Round(boolean evaluation, List<Seat> seats) {

        /** Whether the jury evaluates projects of that category. */
        boolean sits(String jury, @Nullable String category) {
            return seats.stream().anyMatch(seat -> seat.jury().equals(jury) && seat.takes(category));
        }
    }

    /** A jury's seat in a round. */
    public record Seat(String jury, @Nullable String category) {

        boolean takes(@Nullable String wanted) {
            return category == null || category.equals(wanted);
        }
    }

    /** The keys of the juries with a juror of that label. */
    List<String> juriesWith(String label) {
        return juries.entrySet().stream()
                .filter(jury -> jury.getValue().contains(label))
                .map(Map.Entry::getKey)
                .toList();
    }
}
