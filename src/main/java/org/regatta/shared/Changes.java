package org.regatta.shared;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what changed, field by field. Numbers that are equal are no change, whatever their digits: 4.0 and 4.00. */
public final class Changes {

    private final Map<String, Change> found = new LinkedHashMap<>();

    Changes() {}

    /** Compares one field; fields that are equal are left out. */
    public Changes field(String name, @Nullable Object before, @Nullable Object after) {
        if (!same(before, after)) {
            found.put(name, new Change(before, after));
        }
        return this;
    }

    /**
     * Compares two records component by component. What records and maps hold is named behind a dot, and so are records
     * in lists that have a {@code key}: {@code criteria.impact.weight}.
     */
    public <R extends Record> Changes record(R before, R after) {
        components("", before, after);
        return this;
    }

    /** Compares two maps member by member, named as {@code name.key}; as {@link #record} does for maps that records hold. */
    public Changes map(String name, Map<?, ?> before, Map<?, ?> after) {
        members(name, before, after);
        return this;
    }

    /** What changed; empty if nothing did. */
    public Map<String, Change> all() {
        return new LinkedHashMap<>(found);
    }

    private void components(String prefix, Record before, Record after) {
        for (var component : before.getClass().getRecordComponents()) {
            compare(prefix + component.getName(), value(component, before), value(component, after));
        }
    }

    private void compare(String name, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Record one && after instanceof Record other && one.getClass() == other.getClass()) {
            components(name + ".", one, other);
        } else if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            members(name, one, other);
        } else if (before instanceof List<?> one && after instanceof List<?> other) {
            var oneByKey = byKey(one);
            var otherByKey = byKey(other);
            if (oneByKey.isPresent() && otherByKey.isPresent()) {
                members(name, oneByKey.get(), otherByKey.get());
                field(
                        name,
                        List.copyOf(oneByKey.get().keySet()),
                        List.copyOf(otherByKey.get().keySet()));
            } else {
                field(name, before, after);
            }
        } else {
            field(name, before, after);
        }
    }

    private void members(String name, Map<?, ?> before, Map<?, ?> after) {
        var keys = new LinkedHashSet<Object>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(key -> compare(name + "." + key, before.get(key), after.get(key)));
    }

    /** The records of a list by their keys, in its order; empty where one has none, or has that of another. */
    private static Optional<Map<Object, Object>> byKey(List<?> list) {
        var all = new LinkedHashMap<Object, Object>();
        for (var one : list) {
            var key = one instanceof Record record ? key(record) : null;
            if (key == null || all.put(key, one) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static @Nullable Object key(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(component -> component.getName().equals("key"))
                .findFirst()
                .map(component -> value(component, record))
                .orElse(null);
    }

    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return before instanceof BigDecimal one && after instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(before, after);
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // records may be nested in hidden types
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record cannot be read: " + record.getClass(), e);
        }
    }
}
