package org.regatta.imports.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a YAML file and where it stands; readings that fail add a finding and answer something harmless. */
public final class YamlValue {

    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final int MAX_KEY = 60;
    private static final int DECIMALS = 6;

    private final String file;
    private final Node node;
    private final Findings findings;

    YamlValue(String file, Node node, Findings findings) {
        this.file = file;
        this.node = node;
        this.findings = findings;
    }

    /** Where it begins. */
    public Spot spot() {
        return YamlFile.spot(file, node.getStartMark());
    }

    boolean isNull() {
        return Tag.NULL.equals(node.getTag());
    }

    /** As a mapping; null, and a finding, if it is none. */
    public @Nullable YamlMap map() {
        if (!(node instanceof MappingNode mapping) || foreign()) {
            wrong("Here belongs a mapping (key: value).", "Write keys and values, indented alike.");
            return null;
        }
        var map = new YamlMap(spot(), findings);
        for (var tuple : mapping.getValue()) {
            var keySpot = YamlFile.spot(file, tuple.getKeyNode().getStartMark());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                map.put(key.getValue(), keySpot, new YamlValue(file, tuple.getValueNode(), findings));
            } else {
                findings.add(keySpot, "A key must be a word.", "Write it as a plain word.");
            }
        }
        return map;
    }

    /** As a list; empty, and a finding, if it is none. */
    public List<YamlValue> items() {
        if (!(node instanceof SequenceNode sequence) || foreign()) {
            wrong("Here belongs a list.", "Begin every item with a hyphen.");
            return List.of();
        }
        var items = new ArrayList<YamlValue>();
        for (var item : sequence.getValue()) {
            items.add(new YamlValue(file, item, findings));
        }
        return items;
    }

    /** As a text that is not blank, has at most {@code max} characters, and several lines only where {@code lines}. */
    public String text(int max, boolean lines) {
        var text = scalar("a text").strip();
        if (text.isEmpty()) {
            return text;
        }
        if (!TextRules.readable(text, lines)) {
            wrong("The text holds line breaks or control characters.", "Remove them.");
            return "";
        }
        if (TextRules.length(text) > max) {
            wrong("The text has more than " + max + " characters.", "Shorten it.");
            return "";
        }
        return text;
    }

    String key() {
        var key = scalar("a key");
        if (!key.isEmpty() && (key.length() > MAX_KEY || !KEY.matcher(key).matches())) {
            wrong(
                    "The key " + Findings.quoted(key) + " cannot be used.",
                    "Use lower-case letters, digits and single hyphens, at most " + MAX_KEY + " characters: stage-1.");
            return "";
        }
        return key;
    }

    String fieldName() {
        var name = scalar("a key");
        if (!name.isEmpty() && !FIELD.matcher(name).matches()) {
            wrong(
                    "The key " + Findings.quoted(name) + " cannot be used.",
                    "Use letters, digits and underscores, a letter first, at most " + MAX_KEY + ": social_impact.");
            return "";
        }
        return name;
    }

    boolean flag() {
        var text = scalar("true or false");
        if (!text.isEmpty() && !Tag.BOOL.equals(node.getTag())) {
            wrong(Findings.quoted(text) + " is neither true nor false.", "Write true or false, without quotes.");
            return false;
        }
        return Stream.of("true", "yes", "on").anyMatch(text::equalsIgnoreCase);
    }

    BigDecimal number(int digits) {
        var text = scalar("a number");
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var plain = NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        if (plain == null) {
            wrong(Findings.quoted(text) + " is not a number.", "Write digits, with a point before decimals: 0.35.");
            return BigDecimal.ZERO;
        }
        var number = plain.stripTrailingZeros();
        if (number.scale() > DECIMALS || number.precision() - number.scale() > digits - DECIMALS) {
            wrong(
                    "The number " + text + " is too long.",
                    "Use at most " + (digits - DECIMALS) + " digits before and " + DECIMALS + " after the point.");
            return BigDecimal.ZERO;
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    int whole(int min, int max) {
        var number = number(18);
        if (number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(min)) < 0
                || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            wrong("Here belongs a whole number.", "Write one from " + min + " to " + max + ".");
            return min;
        }
        return number.intValueExact();
    }

    <E extends Enum<E>> @Nullable E oneOf(Class<E> type) {
        var text = scalar("one word");
        var known = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
        if (known.contains(text)) {
            return Enum.valueOf(type, text);
        }
        if (!text.isEmpty()) {
            var nearest = TextRules.nearest(text.replace('-', '_'), known);
            wrong(
                    Findings.quoted(text) + " is not one of " + String.join(", ", known) + ".",
                    nearest == null ? "Choose one of them." : "Did you mean " + nearest + "?");
        }
        return null;
    }

    /** As JSON with exact numbers; what has a tag of its own becomes null, and a finding. */
    public JsonNode json() {
        var make = JsonNodeFactory.withExactBigDecimals(true);
        if (foreign() || isNull()) {
            return make.nullNode();
        }
        if (node instanceof MappingNode) {
            var object = make.objectNode();
            var map = map();
            if (map != null) {
                map.values().forEach((key, value) -> object.set(key, value.json()));
            }
            return object;
        }
        if (node instanceof SequenceNode) {
            var array = make.arrayNode();
            items().forEach(item -> array.add(item.json()));
            return array;
        }
        var text = ((ScalarNode) node).getValue();
        if (Tag.BOOL.equals(node.getTag())) {
            return make.booleanNode(flag());
        }
        boolean number = Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag());
        if (!number) {
            return make.textNode(text(2_000, false));
        }
        var exact = number(18);
        // a whole number stays one, so that what wants an integer takes it
        return exact.scale() <= 0 ? make.numberNode(exact.toBigInteger()) : make.numberNode(exact);
    }

    /** The value inside of this one that a path of keys and positions leads to; this one where the path ends early. */
    public YamlValue at(List<Object> path) {
        if (path.isEmpty()) {
            return this;
        }
        Node next = null;
        if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(path.getFirst())) {
                    next = tuple.getValueNode();
                }
            }
        } else if (node instanceof SequenceNode sequence
                && path.getFirst() instanceof Integer index
                && index >= 0
                && index < sequence.getValue().size()) {
            next = sequence.getValue().get(index);
        }
        return next == null ? this : new YamlValue(file, next, findings).at(path.subList(1, path.size()));
    }

    private String scalar(String wanted) {
        if (!(node instanceof ScalarNode scalar) || foreign()) {
            wrong("Here belongs " + wanted + ".", "Write a single value.");
            return "";
        }
        if (scalar.getValue().isBlank()) {
            wrong("The value is empty.", "Write " + wanted + ", or leave the key out.");
            return "";
        }
        return scalar.getValue();
    }

    private boolean foreign() {
        return !TAGS.contains(node.getTag());
    }

    private void wrong(String message, String remedy) {
        findings.add(spot(), message, remedy);
    }
}
