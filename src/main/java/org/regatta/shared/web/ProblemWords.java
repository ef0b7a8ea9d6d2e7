package org.regatta.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says problems and findings in the reader's language. The English sentence is the key: its letters in lower case with
 * hyphens between ({@code the-round-has-no-rubric}), while what it quotes, ids, numbers, dates and states are its values
 * {0}, {1} and so on, in their order. Other languages stand in {@code sentences_<language>.properties}; a sentence they do
 * not have stays English.
 */
@Component
public class ProblemWords {

    private static final Pattern VALUES = Pattern.compile("\"[^\"]*\""
            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
            + "|\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z?"
            + "|\\b\\d+(\\.\\d+)?\\b"
            + "|\\b[A-Z]{2,}(_[A-Z]+)*\\b");

    private final MessageSource messages;

    ProblemWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A problem in words.
     *
     * @param detail one sentence that says what is wrong and what to do
     */
    public record Said(String detail, List<Finding> findings) {}

    /** The problem in the language of the request. */
    public Said of(Problem problem) {
        var message = problem.getMessage();
        return new Said(sentence(message == null ? problem.code() : message), findings(problem.findings()));
    }

    /** The findings in the language of the request. */
    public List<Finding> findings(List<Finding> findings) {
        return english()
                ? findings
                : findings.stream()
                        .map(finding ->
                                new Finding(finding.place(), sentence(finding.message()), sentence(finding.remedy())))
                        .toList();
    }

    /** The sentence in the language of the request, or as it is. */
    public String sentence(String english) {
        var translated = translated(english);
        return translated == null ? english : translated;
    }

    /** Whether a sentence is said in the language of the request. */
    boolean speaks(String english) {
        return english() || translated(english) != null;
    }

    private @Nullable String translated(String english) {
        if (english() || english.isBlank()) {
            return null;
        }
        var values = new ArrayList<Object>();
        var matcher = VALUES.matcher(english);
        while (matcher.find()) {
            values.add(value(matcher.group()));
        }
        var locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key(english), values.toArray(), null, locale);
    }

    /** A state is said in words; what was quoted loses its quotes, since languages quote differently. */
    private Object value(String value) {
        if (value.startsWith("\"")) {
            return value.substring(1, value.length() - 1);
        }
        var named = messages.getMessage("say.state." + value, null, value, LocaleContextHolder.getLocale());
        return named == null ? value : named;
    }

    static String key(String english) {
        return "say."
                + VALUES.matcher(english)
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("^-|-$", "");
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
