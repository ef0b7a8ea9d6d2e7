package org.regatta.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Divides what an event says: facts (ids, numbers, times, states) are kept for good; words, which may be by or about
 * people, can be erased. Secrets are in neither.
 */
final class EntryContent {

    /** Columns of their own, and so not repeated. */
    private static final Set<String> COLUMNS = Set.of("actor", "occurredAt", "competitionId", "programId");

    /** The component of an event that holds what changed, by the names of fields. */
    private static final String CHANGES = "changes";

    /** The component of an event that holds what a form was answered: words, whatever whoever drew it called its fields. */
    private static final String ANSWERS = "answers";

    /** Texts that are no words. */
    private static final Pattern NAME_OF_A_FACT = Pattern.compile(
            "(code|kind|type|state|status|role|method|key|locale|zone|id|sha256)|.*(Id|Key|Kind|State|Status|Role|Code)");

    private final ObjectMapper json;
    private final EntryValues values;
    private final ObjectNode facts;
    private final ObjectNode words;

    private EntryContent(ObjectMapper json, EntryValues values) {
        this.json = json;
        this.values = values;
        this.facts = json.createObjectNode();
        this.words = json.createObjectNode();
    }

    static EntryContent of(DomainEvent event, ObjectMapper json) {
        var content = new EntryContent(json, new EntryValues(json));
        if (event instanceof Record record) {
            content.divide(record, COLUMNS);
        } else {
            ObjectNode all = json.valueToTree(event);
            all.remove(List.copyOf(COLUMNS));
            content.words.setAll(all);
        }
        return content;
    }

    /** What is kept for good; may be empty. */
    ObjectNode facts() {
        return facts;
    }

    /** What can be erased; may be empty. */
    ObjectNode words() {
        return words;
    }

    private void divide(Record record, Set<String> left) {
        var all = components(record);
        all.keySet().removeAll(left);
        // what a change tells is not told again without its before
        if (all.get(CHANGES) instanceof Map<?, ?> changes) {
            all.keySet().removeIf(changes::containsKey);
        }
        all.forEach(this::put);
    }

    private static Map<String, @Nullable Object> components(Record record) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true); // events may be nested in hidden types
                all.put(component.getName(), accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("An event cannot be read: " + record.getClass(), e);
            }
        }
        return all;
    }

    private void put(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (EntryValues.isSecret(name)) {
            facts.put(name, EntryValues.HIDDEN);
        } else if (name.equals(ANSWERS)) {
            words.set(name, values.of(value));
        } else if (value instanceof Collection<?> list && list.size() > EntryValues.LONGEST_LIST) {
            facts.put(name, list.size());
        } else if (value instanceof Map<?, ?> map) {
            if (map.size() > EntryValues.LONGEST_LIST) {
                facts.put(name, map.size());
            } else {
                map.forEach((key, one) -> nested(name, String.valueOf(key), one));
            }
        } else if (value instanceof Record record) {
            nested(name, record);
        } else {
            (isFact(name, value) ? facts : words).set(name, values.of(value));
        }
    }

    private void nested(String name, Record record) {
        var inner = new EntryContent(json, values);
        inner.divide(record, Set.of());
        merge(name, inner);
    }

    private void nested(String name, String key, @Nullable Object value) {
        if (value == null) {
            return;
        }
        var inner = new EntryContent(json, values);
        if (value instanceof Change change && !EntryValues.isSecret(key)) {
            // before and after are kept or erased together
            (isFact(key, change.before()) && isFact(key, change.after()) ? inner.facts : inner.words)
                    .set(key, values.of(change));
        } else {
            inner.put(key, value);
        }
        merge(name, inner);
    }

    private void merge(String name, EntryContent inner) {
        if (!inner.facts.isEmpty()) {
            facts.withObject("/" + name).setAll(inner.facts);
        }
        if (!inner.words.isEmpty()) {
            words.withObject("/" + name).setAll(inner.words);
        }
    }

    private static boolean isFact(String name, @Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text ->
                NAME_OF_A_FACT
                        .matcher(name.substring(name.lastIndexOf('.') + 1))
                        .matches();
            case Collection<?> list -> list.stream().allMatch(one -> isFact(name, one));
            case UUID id -> true;
            case Number number -> true;
            case Boolean flag -> true;
            case Enum<?> constant -> true;
            case Temporal time -> true;
            case Duration span -> true;
            case ZoneId zone -> true;
            case Record record ->
                components(record).entrySet().stream().allMatch(one -> isFact(one.getKey(), one.getValue()));
            default -> false;
        };
    }
}
