package org.regatta.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be written to at once; whoever delivers mails hears it in the transaction that publishes it, alone or as
 * one of {@link LettersDue}. No entry in any log: it may carry a sealed link.
 *
 * @param address where it goes instead of the person's own address; null: there
 * @param text names the words: {@code letter.<text>.subject}, {@code .body} and {@code .reason} of the messages, in the
 *     person's language
 * @param values what placeholders like <code>{{address}}</code> stand for; {@code name}, {@code link} and
 *     {@code until} are always known
 * @param sealedLink a link that works once, by {@link Sealing} for the use {@link #LINK}; null: the letter has none
 * @param goodUntil when the letter is no longer worth sending; null: always is
 */
public record LetterDue(
        UUID personId,
        @Nullable String address,
        String text,
        Map<String, String> values,
        @Nullable String sealedLink,
        @Nullable Instant goodUntil) {

    /** The use under which links are sealed. */
    public static final String LINK = "letter-link";

    /** Keeps its own copy of the values. */
    public LetterDue {
        values = Map.copyOf(values);
    }

    /** A letter without a link to the person's own address. */
    public static LetterDue plain(UUID personId, String text, Map<String, String> values) {
        return new LetterDue(personId, null, text, values, null, null);
    }
}
