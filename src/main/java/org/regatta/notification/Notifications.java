package org.regatta.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.PersonView;
import org.regatta.notification.choice.MailChoices;
import org.regatta.notification.choice.MailKind;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to people: preview first, then the outbox; until a mailing leaves it can be discarded. */
@Service
@Transactional
public class Notifications {

    private static final int MAX_SUBJECT = 200;
    private static final int MAX_BODY = 10_000;
    private static final int MAX_REASON = 500;

    private final Outbox outbox;
    private final People people;
    private final Access access;
    private final MailChoices choices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            Outbox outbox,
            People people,
            Access access,
            MailChoices choices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.access = access;
        this.choices = choices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Every letter as it would be sent, in the order of the recipients; people who were disabled, and those who want no
     * such mails, are left out.
     *
     * @throws InvalidInput naming the line of a placeholder for which somebody has no value, and texts too long or empty
     */
    @Transactional(readOnly = true)
    public List<Letter> preview(NewMailing mailing) {
        access.require(Action.RUN_COMPETITION, mailing.place());
        return letters(mailing);
    }

    /**
     * Puts one letter for each recipient into the outbox. They leave after {@code regatta.notification.hold}.
     *
     * @return the mailing's id
     * @throws InvalidInput as {@link #preview}, and if nobody is left to write to
     */
    public UUID send(NewMailing mailing) {
        access.require(Action.RUN_COMPETITION, mailing.place());
        var letters = letters(mailing);
        if (letters.isEmpty()) {
            throw new InvalidInput(
                    new Finding("recipients", "There is nobody to write to.", "Choose at least one person."));
        }
        return queue(mailing, letters, access.viewer().personId());
    }

    /**
     * Puts one letter for each recipient into the outbox, in nobody's name; what filling in made too long is cut. Nothing
     * happens where there is nobody to write to. Called by the process; checks no rights.
     */
    public void remind(NewMailing mailing) {
        var letters = written(mailing, new ArrayList<>()).stream()
                .map(Notifications::cut)
                .toList();
        if (!letters.isEmpty()) {
            queue(mailing, letters, null);
        }
    }

    /**
     * Takes back a mailing that has not left.
     *
     * @throws NotVisible if there is no such mailing that the viewer may handle
     * @throws MailingLeft if it has left
     */
    public void discard(UUID mailingId) {
        var place = outbox.place(mailingId).orElseThrow(NotVisible::new);
        access.require(Action.RUN_COMPETITION, place);
        if (!outbox.discard(mailingId)) {
            throw new MailingLeft();
        }
        events.publishEvent(new MailingDiscarded(
                mailingId, place.competitionId(), access.viewer().personId(), clock.instant()));
    }

    /**
     * How far a mailing is.
     *
     * @throws NotVisible if there is no such mailing that the viewer may handle
     */
    @Transactional(readOnly = true)
    public MailingView mailing(UUID mailingId) {
        access.require(Action.RUN_COMPETITION, outbox.place(mailingId).orElseThrow(NotVisible::new));
        return outbox.view(mailingId);
    }

    /** What was written about this, for instance a round, the latest first; empty for who may not run the competition. */
    @Transactional(readOnly = true)
    public Page<MailingView> about(UUID subjectId, PageRequest page) {
        return outbox.about(subjectId, access.reach(Action.RUN_COMPETITION), page);
    }

    private UUID queue(NewMailing mailing, List<Letter> letters, @Nullable UUID actor) {
        var id = Ids.next();
        outbox.add(id, mailing, letters, actor);
        events.publishEvent(new MailingQueued(
                id, mailing.place().competitionId(), letters.size(), mailing.subject(), actor, clock.instant()));
        return id;
    }

    private List<Letter> letters(NewMailing mailing) {
        var findings = new ArrayList<Finding>();
        var letters = written(mailing, findings);
        letters.forEach(letter -> findings.addAll(lengths(letter)));
        if (mailing.reason().isBlank() || mailing.reason().length() > MAX_REASON) {
            findings.add(new Finding(
                    "reason", "The reason is missing or too long.", "Use 1 to " + MAX_REASON + " characters."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(
                    "The mail cannot be sent as it stands; nothing was sent.",
                    findings.stream().distinct().toList());
        }
        return letters;
    }

    private List<Letter> written(NewMailing mailing, List<Finding> findings) {
        var known = people.byIds(
                mailing.recipients().stream().map(Recipient::personId).toList());
        var subject = new LetterTemplate("subject", mailing.subject().strip());
        var body = new LetterTemplate("body", mailing.body().strip());
        var letters = new ArrayList<Letter>();
        var written = new HashSet<>(choices.without(MailKind.MAILING, known.keySet()));
        for (var recipient : mailing.recipients()) {
            var person = known.get(recipient.personId());
            if (person == null || !person.enabled() || !written.add(person.id())) {
                continue;
            }
            var values = values(person, recipient);
            findings.addAll(subject.findings(values));
            findings.addAll(body.findings(values));
            letters.add(new Letter(
                    person.id(), person.name(), person.email(), subject.filled(values), body.filled(values)));
        }
        return letters;
    }

    private static Letter cut(Letter letter) {
        return new Letter(
                letter.personId(),
                letter.name(),
                letter.email(),
                cut(letter.subject().replaceAll("\\p{Cntrl}", " "), MAX_SUBJECT),
                cut(letter.body(), MAX_BODY));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static Map<String, String> values(PersonView person, Recipient recipient) {
        var values = new HashMap<>(recipient.values());
        values.put("name", person.name());
        return values;
    }

    private static List<Finding> lengths(Letter letter) {
        var findings = new ArrayList<Finding>();
        var subject = letter.subject();
        if (subject.isBlank()
                || subject.length() > MAX_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            findings.add(new Finding(
                    "subject",
                    "The subject is empty, too long or more than one line.",
                    "Use 1 to " + MAX_SUBJECT + " characters in one line."));
        }
        if (letter.body().isBlank() || letter.body().length() > MAX_BODY) {
            findings.add(
                    new Finding("body", "The text is empty or too long.", "Use 1 to " + MAX_BODY + " characters."));
        }
        return findings;
    }
}
