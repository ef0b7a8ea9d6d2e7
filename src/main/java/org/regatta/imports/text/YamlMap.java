package org.regatta.imports.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose values are read by key. Every reading method adds a finding for a value that is wrong, or missing
 * where it must be there, and answers with a harmless one: what has findings is never applied.
 */
public final class YamlMap {

    private final Spot spot;
    private final Findings findings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Spot key, YamlValue value) {}

    YamlMap(Spot spot, Findings findings) {
        this.spot = spot;
        this.findings = findings;
    }

    /** Where it begins. */
    public Spot spot() {
        return spot;
    }

    /** Where the value of {@code key} stands, or the mapping if there is none. */
    public Spot spot(String key) {
        var entry = entries.get(key);
        return entry == null ? spot : entry.value().spot();
    }

    /** Whether there is a value under this key. */
    public boolean has(String key) {
        var entry = entries.get(key);
        return entry != null && !entry.value().isNull();
    }

    void put(String key, Spot keySpot, YamlValue value) {
        if (entries.putIfAbsent(key, new Entry(keySpot, value)) != null) {
            findings.add(
                    keySpot,
                    "The key " + Findings.quoted(key) + " stands here twice.",
                    "Keep one; the first is on line " + firstLine(key) + ".");
        }
    }

    private int firstLine(String key) {
        var entry = entries.get(key);
        return entry == null ? spot.line() : entry.key().line();
    }

    Map<String, YamlValue> values() {
        var values = new LinkedHashMap<String, YamlValue>();
        entries.forEach((key, entry) -> values.put(key, entry.value()));
        return values;
    }

    /** Adds a finding for every key but these. */
    public YamlMap allow(String... keys) {
        var known = Arrays.asList(keys);
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                var nearest = TextRules.nearest(key, known);
                findings.add(
                        entry.key(),
                        "The key " + Findings.quoted(key) + " is unknown here.",
                        nearest == null
                                ? "Remove it; known keys are " + String.join(", ", known) + "."
                                : "Did you mean \"" + nearest + "\"?");
            }
        });
        return this;
    }

    /** Adds a finding for each of these keys that is there. */
    public void refuse(String reason, String... keys) {
        for (var key : keys) {
            if (has(key)) {
                findings.add(spot(key), "The key \"" + key + "\" does not apply: " + reason, "Remove it.");
            }
        }
    }

    private @Nullable YamlValue find(String key, boolean required) {
        var entry = entries.get(key);
        if (entry != null && !entry.value().isNull()) {
            return entry.value();
        }
        if (required) {
            findings.add(entry == null ? spot : entry.value().spot(), "The key \"" + key + "\" is missing.", "Add it.");
        }
        return null;
    }

    /** The value under a key that must be there; null, and a finding, if it is not. */
    public @Nullable YamlValue value(String key) {
        return find(key, true);
    }

    /** A text of one line that must be there and not be blank. */
    public String text(String key, int max) {
        var value = find(key, true);
        return value == null ? "" : value.text(max, false);
    }

    /** A text of one line, or null. */
    public @Nullable String optionalText(String key, int max) {
        var value = find(key, false);
        return value == null ? null : value.text(max, false);
    }

    /** A text of any number of lines, or an empty one. */
    public String prose(String key, int max) {
        var value = find(key, false);
        return value == null ? "" : value.text(max, true);
    }

    /** A key by which other parts of the bundle refer to this one. */
    public String key(String key) {
        var value = find(key, true);
        return value == null ? "" : value.key();
    }

    /** The key of a criterion, which is also the name of a form field. */
    public String criterionKey(String key) {
        var value = find(key, true);
        return value == null ? "" : value.fieldName();
    }

    /** A reference to such a key, or null. */
    public @Nullable String optionalKey(String key) {
        var value = find(key, false);
        return value == null ? null : value.key();
    }

    /** Yes or no; {@code otherwise} if the key is missing. */
    public boolean flag(String key, boolean otherwise) {
        var value = find(key, false);
        return value == null ? otherwise : value.flag();
    }

    /** A number that fits numeric({@code digits}, 6), or {@code otherwise}. */
    public BigDecimal number(String key, int digits, BigDecimal otherwise) {
        var value = find(key, false);
        return value == null ? otherwise : value.number(digits);
    }

    /** A number that must be there and fits numeric(18, 6). */
    public BigDecimal number(String key) {
        var value = find(key, true);
        return value == null ? BigDecimal.ZERO : value.number(18);
    }

    /** A whole number in a range, or null. */
    public @Nullable Integer optionalWhole(String key, int min, int max) {
        var value = find(key, false);
        return value == null ? null : value.whole(min, max);
    }

    /** One of an enum's names that must be there. */
    public <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
        var value = find(key, true);
        return value == null ? null : value.oneOf(type);
    }

    /** A mapping that must be there. */
    public @Nullable YamlMap map(String key) {
        var value = find(key, true);
        return value == null ? null : value.map();
    }

    /** The mappings of a list; empty, with a finding if it is {@code required}, where there is none. */
    public List<YamlMap> maps(String key, boolean required) {
        var value = find(key, required);
        if (value == null) {
            return List.of();
        }
        var items = value.items();
        if (required && items.isEmpty()) {
            findings.add(value.spot(), "The list \"" + key + "\" is empty.", "Add at least one item.");
        }
        var maps = new ArrayList<YamlMap>();
        for (var item : items) {
            var map = item.map();
            if (map != null) {
                maps.add(map);
            }
        }
        return maps;
    }
}
