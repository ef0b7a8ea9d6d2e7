package org.regatta.jury;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of many rows as the text array that SQL casts to what it needs. */
final class Sql {

    private Sql() {}

    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> field) {
        return rows.stream()
                .map(row -> {
                    var value = field.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
