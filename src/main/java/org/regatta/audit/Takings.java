package org.regatta.audit;

import java.time.Clock;
import org.regatta.identity.Access;
import org.regatta.identity.PersonalDataRead;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in the log that a part of it was taken away, in a transaction: whoever listens after its commit hears it too. */
@Component
class Takings {

    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Takings(Access access, ApplicationEventPublisher events, Clock clock) {
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void took(String kind, long rows) {
        events.publishEvent(
                new PersonalDataRead(kind, null, null, rows, access.viewer().personId(), clock.instant()));
    }
}
