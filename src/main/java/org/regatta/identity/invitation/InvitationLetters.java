package org.regatta.identity.invitation;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.LetterDue;
import org.regatta.identity.LettersDue;
import org.regatta.identity.Role;
import org.regatta.identity.link.LinkLetters;
import org.regatta.identity.link.Purpose;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks for the letters of invitations; whoever delivers letters hears it. */
@Component
class InvitationLetters {

    private final LinkLetters links;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Duration life;

    InvitationLetters(
            LinkLetters links,
            Access access,
            ApplicationEventPublisher events,
            @Value("${regatta.identity.invitation-life:P14D}") Duration life) {
        this.links = links;
        this.access = access;
        this.events = events;
        this.life = life;
    }

    /** How long a link works. */
    Duration life() {
        return life;
    }

    void invite(List<UUID> personIds, String where) {
        var values = values(where);
        links.sendAll(personIds.stream()
                .map(person -> new LinkLetters.Wanted(Purpose.INVITATION, person, null, life, "invitation", values))
                .toList());
    }

    /** To people who have an account: there is a new role. */
    void tell(List<UUID> personIds, Role role, String where) {
        var values = new HashMap<>(values(where));
        values.put("role", role.name());
        events.publishEvent(new LettersDue(personIds.stream()
                .map(person -> LetterDue.plain(person, "newRole", values))
                .toList()));
    }

    /** A link to an account that nobody has taken over, in words of another module. */
    void link(UUID personId, String text, Map<String, String> values) {
        links.send(new LinkLetters.Wanted(Purpose.INVITATION, personId, null, life, text, values));
    }

    /** The same words to each, without a link. */
    void tell(Collection<UUID> personIds, String text, Map<String, String> values) {
        events.publishEvent(new LettersDue(personIds.stream()
                .map(person -> LetterDue.plain(person, text, values))
                .toList()));
    }

    private Map<String, String> values(String where) {
        return Map.of("inviter", access.viewer().name(), "where", where);
    }
}
