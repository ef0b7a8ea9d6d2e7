package org.regatta.identity.limit;

import java.util.Map;
import org.regatta.identity.LetterDue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells people by mail that their account is locked; after the answer, which takes the same time where nobody is told. */
@Component
class LockoutLetter {

    private final ApplicationEventPublisher events;

    LockoutLetter(ApplicationEventPublisher events) {
        this.events = events;
    }

    @ApplicationModuleListener
    void on(AccountLocked locked) {
        var personId = locked.personId();
        if (personId != null) {
            events.publishEvent(LetterDue.plain(personId, "locked", Map.of()));
        }
    }
}
