package org.regatta.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says problems and findings in the reader's language. English is what the code says; other languages stand in {@code
 * sentences_<language>.txt}, a sentence each. A sentence a language does not have stays English; a test fails for it.
 */
@Component("problemWords")
public class ProblemWords {

    private final Map<String, Sentences> languages =
            Map.of(Locale.FRENCH.getLanguage(), Sentences.read("fr", quoted -> "«\u00a0" + quoted + "\u00a0»"));

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
        return language() == null
                ? findings
                : findings.stream().map(this::finding).toList();
    }

    /** The sentence in the language of the request, or as it is. */
    public String sentence(String english) {
        var said = said(english);
        return said == null ? english : said;
    }

    /** Whether a sentence is said in the language of the request. */
    boolean speaks(String english) {
        return language() == null || said(english) != null;
    }

    private Finding finding(Finding finding) {
        return new Finding(finding.place(), sentence(finding.message()), sentence(finding.remedy()));
    }

    private @Nullable String said(String english) {
        var language = language();
        return language == null ? null : language.say(english);
    }

    private @Nullable Sentences language() {
        return languages.get(LocaleContextHolder.getLocale().getLanguage());
    }
}
