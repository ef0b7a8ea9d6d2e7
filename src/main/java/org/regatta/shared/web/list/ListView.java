package org.regatta.shared.web.list;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list as its page shows it: what {@code fragments/lists.html} asks for its pills, the heads of its columns and its saved
 * views.
 *
 * @param filtered its address without an order
 * @param sort the column it is sorted by
 * @param first the column that orders it where nobody asks for another
 * @param falling the columns of which the largest are looked for first
 * @param place id of the list in its page, to which a head leads; null for the page's beginning
 */
public record ListView(
        ListAddress filtered,
        String sort,
        boolean descending,
        String first,
        Set<String> falling,
        @Nullable String place) {

    /** A list sorted by a column, the smallest first where nobody asks for another order. */
    public static <S extends Enum<S>> ListView sorted(ListAddress filtered, S sort, boolean descending, S first) {
        return new ListView(filtered, sort.name(), descending, first.name(), Set.of(), null);
    }

    /** The same with columns that begin with their largest, as who follows a result's head looks for the best. */
    public ListView falling(Enum<?>... columns) {
        var names = new HashSet<String>();
        for (var column : columns) {
            names.add(column.name());
        }
        return new ListView(filtered, sort, descending, first, Set.copyOf(names), place);
    }

    /** The same as a part of a longer page. */
    public ListView placed(String id) {
        return new ListView(filtered, sort, descending, first, falling, id);
    }

    /**
     * The head of a column.
     *
     * @param address sorts by it; once more turns it round
     * @param order {@code ascending} or {@code descending}; null where the rows are not sorted by it
     */
    public record Head(String address, @Nullable String order) {}

    /** The head of the column with this name. */
    public Head head(String column) {
        var here = column.equals(sort);
        var turned = here ? !descending : falling.contains(column);
        var there = address(column, turned).here() + (place == null ? "" : "#" + place);
        return new Head(there, here ? (descending ? "descending" : "ascending") : null);
    }

    /** The view's own address. */
    public ListAddress address() {
        return address(sort, descending);
    }

    /** Whether a filter of this name is set. */
    public boolean has(String name) {
        return filtered.parameters().containsKey(name);
    }

    /** The same view without a filter. */
    public String without(String name) {
        return with(name, null);
    }

    /** The same view with another value of a filter; null for none. */
    public String with(String name, @Nullable Object value) {
        return new ListView(filtered.with(name, value), sort, descending, first, falling, place)
                .address()
                .here();
    }

    /** Whether anything is filtered. */
    public boolean narrowed() {
        return !filtered.parameters().isEmpty();
    }

    private ListAddress address(String column, boolean down) {
        if (column.equals(first) && down == falling.contains(first)) {
            return filtered;
        }
        return down ? filtered.with("sort", column).with("descending", true) : filtered.with("sort", column);
    }
}
