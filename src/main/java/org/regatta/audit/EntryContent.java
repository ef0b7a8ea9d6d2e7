package org.regatta.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Collection;
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

    /** Longer lists are told by their length: an entry is read by people. */
    private static final int LONGEST_LIST = 100;

    /** What is longer is cut, and its length told. */
    private static final int LONGEST_TEXT = 2_000;

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|hash|credential|otp|token)");
    /** Texts that are no words. */
    private static final Pattern NAME_OF_A_FACT = Pattern.compile(
            "(code|kind|type|state|status|role|method|key|locale|zone|id)|.*(Id|Key|Kind|State|Status|Role|Code)");

    private final ObjectMapper json;
    private final ObjectNode facts;
    private final ObjectNode words;

    private EntryContent(ObjectMapper json) {
        this.json = json;
        this.facts = json.createObjectNode();
        this.words = json.createObjectNode();
    }

    static EntryContent of(DomainEvent event, ObjectMapper json) {
        var content = new EntryContent(json);
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
        for (var component : record.getClass().getRecordComponents()) {
            if (!left.contains(component.getName())) {
                try {
                    var accessor = component.getAccessor();
                    accessor.setAccessible(true); // events may be nested in hidden types
                    put(component.getName(), accessor.invoke(record));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException("An event cannot be read: " + record.getClass(), e);
                }
            }
        }
    }

    private void put(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (SECRET.matcher(name).matches()) {
            facts.put(name, "***");
        } else if (value instanceof Collection<?> list && list.size() > LONGEST_LIST) {
            facts.put(name, list.size());
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> nested(name, String.valueOf(key), one));
        } else if (value instanceof Record record) {
            nested(name, record);
        } else {
            (isFact(name, value) ? facts : words).set(name, tree(value));
        }
    }

    private JsonNode tree(Object value) {
        if (value instanceof String text && text.length() > LONGEST_TEXT) {
            return TextNode.valueOf(text.substring(0, LONGEST_TEXT) + "… (" + text.length() + ")");
        }
        if (value instanceof Change change) {
            var both = json.createObjectNode();
            if (change.before() != null) {
                both.set("before", tree(change.before()));
            }
            if (change.after() != null) {
                both.set("after", tree(change.after()));
            }
            return both;
        }
        // the mapper would take the zeros at the end of a score
        return value instanceof BigDecimal number ? DecimalNode.valueOf(number) : json.valueToTree(value);
    }

    private void nested(String name, Record record) {
        var inner = new EntryContent(json);
        inner.divide(record, Set.of());
        merge(name, inner);
    }

    private void nested(String name, String key, @Nullable Object value) {
        if (value == null) {
            return;
        }
        var inner = new EntryContent(json);
        if (value instanceof Change change && !SECRET.matcher(key).matches()) {
            // before and after are kept or erased together
            (isFact(key, change.before()) && isFact(key, change.after()) ? inner.facts : inner.words)
                    .set(key, tree(change));
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
            case String text -> NAME_OF_A_FACT.matcher(name).matches();
            case Collection<?> list -> list.stream().allMatch(one -> isFact(name, one));
            case UUID id -> true;
            case Number number -> true;
            case Boolean flag -> true;
            case Enum<?> constant -> true;
            case Temporal time -> true;
            case Duration span -> true;
            case ZoneId zone -> true;
            default -> false;
        };
    }
}
