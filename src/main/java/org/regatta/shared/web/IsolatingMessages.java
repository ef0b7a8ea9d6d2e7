package org.regatta.shared.web;

import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The bundles of words. What is filled into a sentence and runs from right to left, such as the title of a project, is
 * kept apart from it by Unicode's isolates: else the sentence's own words and marks would change places around it.
 */
class IsolatingMessages extends ResourceBundleMessageSource {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    IsolatingMessages() {
        setBasename("messages");
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
    }

    @Override
    protected Object[] resolveArguments(Object @Nullable [] values, @Nullable Locale locale) {
        var resolved = super.resolveArguments(values, locale);
        for (int at = 0; at < resolved.length; at++) {
            if (resolved[at] instanceof String text && Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
                resolved[at] = FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
            }
        }
        return resolved;
    }
}
