package org.regatta.identity.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemWords;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of letters is that of the pages: whoever changes it reads it at once. */
@Component
class AccountLanguage {

    private final LocaleResolver locales;
    private final ProblemWords words;

    AccountLanguage(LocaleResolver locales, ProblemWords words) {
        this.locales = locales;
        this.words = words;
    }

    void keep(String language, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, Locale.forLanguageTag(language));
    }

    List<Finding> said(InvalidInput wrong) {
        return words.of(wrong).findings();
    }
}
