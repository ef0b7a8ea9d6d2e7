package org.regatta.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.InboxFilter.Due;
import org.regatta.workflow.InboxFilter.Held;

/** How much waits for the viewer, of what kind, where and how urgently; every count of an inbox is a sum of its cells. */
public record InboxFigures(List<Cell> cells) {

    /** Copies the cells. */
    public InboxFigures {
        cells = List.copyOf(cells);
    }

    /**
     * Tasks that have everything in common a filter may ask for.
     *
     * @param nextDue the earliest date still ahead
     * @param zone the competition's; null where there is none
     */
    public record Cell(
            String taskKey,
            @Nullable UUID competitionId,
            @Nullable UUID roundId,
            Due due,
            Held held,
            long tasks,
            @Nullable Instant nextDue,
            @Nullable ZoneId zone) {

        boolean within(InboxFilter filter) {
            return free(filter.taskKey(), taskKey)
                    && free(filter.competitionId(), competitionId)
                    && free(filter.roundId(), roundId)
                    && free(filter.due(), due)
                    && free(filter.held(), held);
        }

        private static boolean free(@Nullable Object wanted, @Nullable Object value) {
            return wanted == null || wanted.equals(value);
        }
    }

    /** How many tasks a filter leaves. */
    public long count(InboxFilter filter) {
        return cells.stream()
                .filter(cell -> cell.within(filter))
                .mapToLong(Cell::tasks)
                .sum();
    }

    /** The figures in the head of the inbox. */
    public InboxCounts counts() {
        return new InboxCounts(
                count(InboxFilter.ALL),
                count(InboxFilter.ALL.with(Due.OVERDUE)),
                count(InboxFilter.ALL.with(Due.SOON)),
                next().map(Cell::nextDue).orElse(null));
    }

    /** The zone of the competition in which the next date is due; null where none is due, or in none. */
    public @Nullable ZoneId nextDueZone() {
        return next().map(Cell::zone).orElse(null);
    }

    private Optional<Cell> next() {
        return cells.stream().filter(cell -> cell.nextDue() != null).min(Comparator.comparing(Cell::nextDue));
    }

    /** The kinds of task that wait ({@code scoreProject}), the most frequent first. */
    public List<String> taskKeys() {
        return most(Cell::taskKey);
    }

    /** The competitions that tasks wait in, those with the most first. */
    public List<UUID> competitions() {
        return most(Cell::competitionId);
    }

    /** Changes whenever a count does. */
    public String stamp() {
        return Integer.toHexString(cells.stream()
                .map(cell -> List.of(
                        cell.taskKey(),
                        String.valueOf(cell.roundId()),
                        String.valueOf(cell.competitionId()),
                        cell.due().name(),
                        cell.held().name(),
                        cell.tasks()))
                .toList()
                .hashCode());
    }

    private <T> List<T> most(Function<Cell, @Nullable T> property) {
        var sums = new LinkedHashMap<T, Long>();
        for (var cell : cells) {
            var value = property.apply(cell);
            if (value != null) {
                sums.merge(value, cell.tasks(), Long::sum);
            }
        }
        return ordered(sums.entrySet());
    }

    private static <T> List<T> ordered(Collection<Map.Entry<T, Long>> sums) {
        return sums.stream()
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
