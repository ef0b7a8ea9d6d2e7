package org.regatta.workflow.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A statement, or what becomes a part of one, with the values of its parameters in their order. */
record Sql(String text, List<Object> values) {

    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    static Sql joined(List<Sql> parts, String between) {
        return new Sql(
                parts.stream().map(Sql::text).collect(Collectors.joining(between)),
                parts.stream().flatMap(part -> part.values().stream()).toList());
    }

    Sql then(String more, Object... others) {
        return then(of(more, others));
    }

    Sql then(Sql more) {
        var all = new ArrayList<>(values);
        all.addAll(more.values());
        return new Sql(text + more.text(), all);
    }

    Sql around(String before, String after) {
        return new Sql(before + text + after, values);
    }
}
