package org.regatta.identity.invitation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.LetterDue;
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

    void invite(UUID personId, String where) {
        links.send(new LinkLetters.Wanted(Purpose.INVITATION, personId, null, life, "invitation", values(where)));
    }

    /** To somebody who has an account: there is a new role. */
    void tell(UUID personId, String where) {
        events.publishEvent(LetterDue.plain(personId, "newRole", values(where)));
    }

    private Map<String, String> values(String where) {
        return Map.of("inviter", access.viewer().name(), "where", where);
    }
}
