package org.regatta.shared.web.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a page calls the place of a {@link Finding}: the words of the field's label, {@code field.<name>} of the bundles,
 * where a form calls the field by its key.
 */
@Component("fieldNames")
public class FieldNames {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final Pattern PART = Pattern.compile("(\\w+)(?:\\[(\\d{1,6})])?");

    private final MessageSource messages;

    FieldNames(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The label in the reader's language, {@code Criterion 2 · To} for {@code criteria[1].max}; null if it has none. What
     * the field is part of is said where there are several of that.
     */
    public @Nullable String of(String place) {
        var line = LINE.matcher(place);
        if (line.matches()) {
            return word("field.line", line.group(1));
        }
        var path = new StringBuilder("field");
        var words = new ArrayList<String>();
        var parts = place.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            var part = PART.matcher(parts[i]);
            if (!part.matches()) {
                return null;
            }
            path.append('.').append(part.group(1));
            var at = part.group(2);
            if (at != null || i == parts.length - 1) {
                var word = word(List.of(path.toString(), "field." + part.group(1), "file.type." + part.group(1)));
                if (word == null) {
                    return null;
                }
                words.add(at == null ? word : word + ' ' + (Integer.parseInt(at) + 1));
            }
        }
        return String.join(" · ", words);
    }

    private @Nullable String word(List<String> keys) {
        for (var key : keys) {
            var word = word(key);
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private @Nullable String word(String key, Object... values) {
        Locale reader = LocaleContextHolder.getLocale();
        return messages.getMessage(key, values, null, reader);
    }
}
