package org.regatta.notification;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.regatta.identity.LetterDue;
import org.regatta.identity.LettersDue;
import org.regatta.shared.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts letters to single people into the outbox, in the transaction of whoever wants them and in the reader's language. */
@Component
class Letters {

    private static final int LONGEST_SUBJECT = 200;

    private final LetterOutbox outbox;
    private final MessageSource messages;
    private final Formats formats;

    Letters(LetterOutbox outbox, MessageSource messages, Formats formats) {
        this.outbox = outbox;
        this.messages = messages;
        this.formats = formats;
    }

    /** Who reads a letter. */
    record Reader(String name, Locale locale, ZoneId zone) {}

    @EventListener
    void on(LetterDue letter) {
        on(new LettersDue(List.of(letter)));
    }

    @EventListener
    void on(LettersDue due) {
        var readers =
                outbox.readers(due.letters().stream().map(LetterDue::personId).toList());
        outbox.add(due.letters().stream()
                .map(letter -> {
                    var reader = Objects.requireNonNull(readers.get(letter.personId()));
                    return new LetterOutbox.Entry(letter, in(reader.locale(), () -> written(letter, reader)));
                })
                .toList());
    }

    private LetterOutbox.Words written(LetterDue letter, Reader reader) {
        var values = new HashMap<>(letter.values());
        values.put("name", reader.name());
        values.computeIfPresent(
                "role", (name, role) -> messages.getMessage("people.role." + role, null, reader.locale()));
        values.put("until", formats.full(letter.goodUntil(), reader.zone()));
        var subject = said(letter, "subject", values);
        return new LetterOutbox.Words(
                subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                said(letter, "body", values),
                said(letter, "reason", values));
    }

    /** Messages without arguments come as they stand, placeholders included; the link is filled in when the letter leaves. */
    private String said(LetterDue letter, String part, Map<String, String> values) {
        var key = "letter." + letter.text() + "." + part;
        return new LetterTemplate(key, messages.getMessage(key, null, LocaleContextHolder.getLocale())).filled(values);
    }

    private static <T> T in(Locale locale, Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
