package org.regatta.identity.link;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.LetterDue;
import org.regatta.identity.LettersDue;
import org.regatta.identity.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails links that work once. The token is readable in the mail only: in the database it stands hashed and sealed. */
@Service
@Transactional
public class LinkLetters {

    private final OneTimeTokens tokens;
    private final Sealing sealing;
    private final ApplicationEventPublisher events;
    private final String baseUrl;

    LinkLetters(
            OneTimeTokens tokens,
            Sealing sealing,
            ApplicationEventPublisher events,
            @Value("${regatta.base-url}") String baseUrl) {
        this.tokens = tokens;
        this.sealing = sealing;
        this.events = events;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /**
     * A letter with a link.
     *
     * @param newAddress the address that is to be confirmed and where the letter goes; null: the person's own
     * @param life how long the link works
     * @param text names the words, as in {@link LetterDue#text}
     * @param values what the words' own placeholders stand for
     */
    public record Wanted(
            Purpose purpose,
            UUID personId,
            @Nullable String newAddress,
            Duration life,
            String text,
            Map<String, String> values) {}

    /** Issues a token and has its link mailed at once; links of the same purpose sent before keep working. */
    public void send(Wanted letter) {
        var token = tokens.issue(letter.purpose(), letter.personId(), letter.newAddress(), letter.life());
        events.publishEvent(new LettersDue(List.of(due(letter, token))));
    }

    /**
     * The same for many people, who get the same letter, each with a link of their own; as many statements for many as
     * for one.
     *
     * @param letters all of the same purpose and life, none to a new address
     */
    public void sendAll(List<Wanted> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var first = letters.getFirst();
        var people = letters.stream().map(Wanted::personId).toList();
        var issued = tokens.issueAll(first.purpose(), people, first.life());
        events.publishEvent(new LettersDue(IntStream.range(0, letters.size())
                .mapToObj(at -> due(letters.get(at), issued.get(at)))
                .toList()));
    }

    private LetterDue due(Wanted letter, IssuedToken token) {
        return new LetterDue(
                letter.personId(),
                letter.newAddress(),
                letter.text(),
                letter.values(),
                sealing.seal(LetterDue.LINK, address(letter.purpose(), token.secret())),
                token.expiresAt());
    }

    /** The address of a link, for a letter or a log line. */
    public String address(Purpose purpose, String secret) {
        return baseUrl + purpose.page() + "?token=" + secret;
    }
}
