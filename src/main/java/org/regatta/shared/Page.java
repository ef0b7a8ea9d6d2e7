package org.regatta.shared;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items of this page, in the list's order
 * @param number of this page, from 0
 * @param size most items on a page
 * @param total items on all pages
 */
public record Page<T>(List<T> items, @JsonProperty("page") int number, int size, long total) {

    /** All there is, on one page: for lists too short to be cut. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, 0, items.size(), items.size());
    }

    /** How many pages there are; at least 1. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The same page with every item converted. */
    public <R> Page<R> map(Function<? super T, ? extends R> conversion) {
        return new Page<>(items.stream().<R>map(conversion).toList(), number, size, total);
    }
}
