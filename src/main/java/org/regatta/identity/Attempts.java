package org.regatta.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that a request was denied, once for each, by when the transaction it failed in is gone. */
@Component
public class Attempts {

    private static final String SAID = Attempts.class.getName();

    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attempts(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes {@link AttemptDenied}, unless this request has been told of.
     *
     * @param person who asked; visitors are nobody to write down
     * @param code the problem's
     * @param action what was asked about, where that is known
     */
    @Transactional
    public void denied(HttpServletRequest request, UUID person, String code, @Nullable Action action) {
        if (request.getAttribute(SAID) != null) {
            return;
        }
        request.setAttribute(SAID, true);
        var denial = request.getAttribute(Denial.ATTRIBUTE) instanceof Denial found ? found : null;
        events.publishEvent(new AttemptDenied(
                code,
                action == null && denial != null ? denial.action() : action,
                request.getMethod(),
                request.getRequestURI(),
                denial == null ? null : denial.place().competitionId(),
                person,
                clock.instant()));
    }
}
