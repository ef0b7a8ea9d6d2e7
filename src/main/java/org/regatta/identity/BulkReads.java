package org.regatta.identity;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has it written down who read data about many people at once. */
@Component
public class BulkReads {

    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkReads(Access access, ApplicationEventPublisher events, Clock clock) {
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The viewer read a list; publishes {@link PersonalDataRead}, in a transaction that may write. Nothing happens if
     * nobody is on it.
     *
     * @param kind what was read, for instance {@code jurors}
     * @param aboutId the round, jury, competition or program the data belong to; null: the site
     * @param rows how many were shown
     */
    @Transactional
    public void tell(String kind, @Nullable UUID aboutId, @Nullable UUID competitionId, long rows) {
        if (rows > 0) {
            var reader = access.signedIn().orElseThrow(NotSignedIn::new);
            events.publishEvent(new PersonalDataRead(kind, aboutId, competitionId, rows, reader, clock.instant()));
        }
    }
}
