package org.regatta.shared.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says problems and findings in the reader's language. English is what the code says; other languages have it in the
 * message bundles under {@code problem.<code>}, {@code finding.<code>} and {@code remedy.<code>}, and what they do not
 * have stays English.
 */
@Component
public class ProblemWords {

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
        return new Said(
                said("problem." + problem.code(), problem.values(), message == null ? problem.code() : message),
                findings(problem.findings()));
    }

    /** The findings in the language of the request. */
    public List<Finding> findings(List<Finding> findings) {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? findings
                : findings.stream().map(this::finding).toList();
    }

    private Finding finding(Finding finding) {
        return finding;
    }

    private String said(String key, List<Object> values, String english) {
        var locale = LocaleContextHolder.getLocale();
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return english;
        }
        @Nullable String said = messages.getMessage(key, values.toArray(), english, locale);
        return said == null ? english : said;
    }
}
