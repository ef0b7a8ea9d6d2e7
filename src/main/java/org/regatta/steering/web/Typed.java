package org.regatta.steering.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.TypedTime;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody typed into a form, read as what it should be; what cannot be read is a finding at its field. */
record Typed(MultiValueMap<String, String> fields) {

    private static final int LONGEST_KEY = 40;

    /** What the form of a rubric asks of each criterion. */
    private static final List<String> OF_CRITERIA =
            List.of("criterion", "label", "kind", "weight", "min", "max", "step", "hint", "options", "reader");

    /** How many criteria it has room for; more where the rubric has more. */
    static final int CRITERIA = 12;

    /** Stripped; empty where the field is. */
    String text(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    boolean checked(String field) {
        return fields.containsKey(field);
    }

    @Nullable
    UUID id(String field) {
        var value = text(field);
        try {
            return value.isEmpty() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            throw wrong(field, "This cannot be chosen.", "Choose one of the list.");
        }
    }

    @Nullable
    Integer whole(String field) {
        var value = text(field);
        try {
            return value.isEmpty() ? null : Integer.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw wrong(field, "This is not a whole number.", "Write it in digits.");
        }
    }

    @Nullable
    BigDecimal decimal(String field) {
        return decimal(field, text(field));
    }

    static @Nullable BigDecimal decimal(String field, String value) {
        try {
            return value.isBlank() ? null : new BigDecimal(value.strip().replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            throw wrong(field, "This is not a number.", "Write it as 7.5.");
        }
    }

    @Nullable
    Instant time(String field, ZoneId zone) {
        var value = text(field);
        return value.isEmpty() ? null : new TypedTime(field, value).in(zone);
    }

    ZoneId zone(String field) {
        try {
            return ZoneId.of(text(field));
        } catch (DateTimeException unknown) {
            throw wrong(field, "There is no such time zone.", "Write it as Europe/Paris.");
        }
    }

    <E extends Enum<E>> E one(Class<E> type, String field) {
        try {
            return Enum.valueOf(type, text(field));
        } catch (IllegalArgumentException unknown) {
            throw wrong(field, "This cannot be chosen.", "Choose one of the list.");
        }
    }

    /**
     * Goes on only if the form was made of what is stored; forms that do not say what they were made of are believed.
     *
     * @param stored the settings that the form replaces
     * @throws ChangedMeanwhile if they were others
     */
    void requireShown(Record stored) {
        var shown = text("shown");
        if (!shown.isEmpty() && !shown.equals(mark(stored))) {
            throw new ChangedMeanwhile();
        }
    }

    /** What the field {@code shown} of a form holds that is made of these settings. */
    static String mark(Record settings) {
        var all = settings.toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(all).toString();
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** To be shown in the form again: with a value for each of its fields, empty where none was sent. */
    MultiValueMap<String, String> filled() {
        var filled = new LinkedMultiValueMap<String, String>(fields);
        var rows = Math.max(CRITERIA, all("label").size());
        for (var name : OF_CRITERIA) {
            var values = new ArrayList<>(all(name));
            while (values.size() < rows) {
                values.add("");
            }
            filled.put(name, values);
        }
        return filled;
    }

    /** A short name made of a long one, none of {@code taken}: {@code Étape 2 (jury)} gives {@code etape-2-jury}. */
    static String key(String name, List<String> taken) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var stem = plain.isEmpty() ? "x" : plain.substring(0, Math.min(LONGEST_KEY, plain.length()));
        var key = stem;
        for (int next = 2; taken.contains(key); next++) {
            key = stem + "-" + next;
        }
        return key;
    }

    static InvalidInput wrong(String field, String what, String remedy) {
        return new InvalidInput(new Finding(field, what, remedy));
    }
}
