package org.regatta.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Turns the values of one event into JSON, bounded: an entry is read by people, and is written while somebody waits. What
 * is left out is told by its length.
 */
final class EntryValues {

    /** What stands for a secret. */
    static final String HIDDEN = "***";

    /** Longer lists and maps are told by their length. */
    static final int LONGEST_LIST = DomainEvent.MOST_LISTED;

    /** Longer texts are cut; in characters. */
    static final int LONGEST_TEXT = 2_000;

    /** Once the values of an entry come to this much JSON, in characters, further ones are told by their length. */
    static final int MOST = 64_000;

    /** Always told: ids, numbers, names. */
    private static final int SHORT = 200;

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|hash|credential|otp|token)");

    private final ObjectMapper json;
    private int room = MOST;

    EntryValues(ObjectMapper json) {
        this.json = json;
    }

    /** Whether what a component of this name holds must be written nowhere. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** A value, before and after it if it is a {@link Change}. */
    JsonNode of(Object value) {
        if (value instanceof Change change) {
            if (change.before() == null && change.after() == null) {
                return TextNode.valueOf(HIDDEN);
            }
            var both = json.createObjectNode();
            if (change.before() != null) {
                both.set("before", within(change.before()));
            }
            if (change.after() != null) {
                both.set("after", within(change.after()));
            }
            return both;
        }
        return within(value);
    }

    private JsonNode within(Object value) {
        var whole = bounded(tree(value));
        var length = whole.isTextual()
                ? whole.textValue().length()
                : whole.toString().length();
        if (length > SHORT && length > room) {
            return TextNode.valueOf(left(length));
        }
        room -= Math.min(room, length);
        return whole;
    }

    /** The mapper would take the zeros at the end of a score. */
    private JsonNode tree(Object value) {
        return value instanceof BigDecimal number ? DecimalNode.valueOf(number) : json.valueToTree(value);
    }

    private JsonNode bounded(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.properties())) {
                object.set(
                        name.getKey(), isSecret(name.getKey()) ? TextNode.valueOf(HIDDEN) : bounded(name.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            if (array.size() > LONGEST_LIST) {
                return IntNode.valueOf(array.size());
            }
            for (int at = 0; at < array.size(); at++) {
                array.set(at, bounded(array.get(at)));
            }
        } else if (node.isTextual() && node.textValue().length() > LONGEST_TEXT) {
            return TextNode.valueOf(cut(node.textValue()));
        }
        return node;
    }

    private static String cut(String text) {
        // half a sign is none
        var end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + left(text.length());
    }

    private static String left(int length) {
        return "… (" + length + ")";
    }
}
