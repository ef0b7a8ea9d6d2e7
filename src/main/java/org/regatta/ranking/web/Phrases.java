package org.regatta.ranking.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.ranking.scoring.Phrase;
import org.regatta.shared.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a derivation holds in the reader's language, and writes results with the decimals of their policy. */
@Component("phrases")
class Phrases {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final int SHOWN_DECIMALS = 4;

    private final MessageSource messages;
    private final Formats formats;

    Phrases(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** One sentence; empty for none. */
    public String say(@Nullable Phrase phrase) {
        if (phrase == null) {
            return "";
        }
        var values = phrase.values().stream().map(this::value).toArray();
        return messages.getMessage("derive." + phrase.key(), values, locale());
    }

    /** Several, one after the other. */
    public String all(List<Phrase> phrases) {
        return phrases.stream().map(this::say).collect(Collectors.joining("; "));
    }

    /**
     * A result: with all decimals the policy rounds to, or cut off after four with an ellipsis where it rounds nowhere;
     * an en dash for none.
     */
    public String result(@Nullable BigDecimal number, @Nullable Rounding rounding) {
        if (number == null) {
            return "–";
        }
        return rounding == null ? number(number) : formats.exact(number.setScale(rounding.decimals(), rounding.mode()));
    }

    /** The same without a rounding: nothing is rounded, long fractions are cut off visibly. */
    public String number(@Nullable BigDecimal number) {
        if (number == null || number.scale() <= SHOWN_DECIMALS) {
            return formats.exact(number);
        }
        return formats.exact(number.setScale(SHOWN_DECIMALS, RoundingMode.DOWN)) + "…";
    }

    /** A country's name; its code where there is none. */
    public String country(String code) {
        var name = Locale.of("", code).getDisplayCountry(locale());
        return name.isEmpty() ? code : name;
    }

    private String value(String value) {
        return DECIMAL.matcher(value).matches() ? number(new BigDecimal(value)) : value;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
