package org.regatta.shared;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages Regatta speaks: English and French. */
public final class Languages {

    private Languages() {}

    /** The one of them that is nearest to what is wanted. */
    public static Locale spoken(Locale wanted) {
        return wanted.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }

    /** The language of whoever's request is at work; empty where there is none, as in jobs. */
    public static Optional<Locale> ofRequest() {
        return Optional.ofNullable(LocaleContextHolder.getLocaleContext())
                .map(context -> spoken(LocaleContextHolder.getLocale(context)));
    }
}
