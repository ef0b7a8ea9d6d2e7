package org.regatta.identity.session;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down every sign-in that worked or failed, and says what is left to do after it. */
@Service
@Transactional
public class SignIns {

    private final JdbcClient jdbc;
    private final List<FurtherStep> further;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignIns(JdbcClient jdbc, List<FurtherStep> further, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.further = further;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A person proved who they are; publishes {@link SignedIn}, or {@link FirstFactorPassed} where a second factor is still
     * to be shown.
     *
     * @return what is left to do before anything else
     */
    public Set<NextStep> succeeded(UUID personId, Way way) {
        var left = EnumSet.noneOf(NextStep.class);
        if (mustSetPassword(personId)) {
            left.add(NextStep.SET_PASSWORD);
        }
        further.forEach(step -> left.addAll(step.after(personId, way)));
        var now = clock.instant();
        events.publishEvent(
                left.contains(NextStep.SECOND_FACTOR)
                        ? new FirstFactorPassed(personId, way, now)
                        : new SignedIn(personId, way, now));
        return left;
    }

    /**
     * Somebody failed to; publishes {@link SignInFailed}.
     *
     * @param personId whose account it was; null where there is none
     */
    public void failed(@Nullable UUID personId, Way way) {
        events.publishEvent(new SignInFailed(personId, way, clock.instant()));
    }

    /** A person showed a second factor after the first; publishes {@link SecondFactorPassed} and {@link SignedIn}. */
    public void passedSecondFactor(UUID personId) {
        var now = clock.instant();
        events.publishEvent(new SecondFactorPassed(personId, now));
        events.publishEvent(new SignedIn(personId, Way.SECOND_FACTOR, now));
    }

    /** A person signed out; publishes {@link SignedOut}. */
    public void out(UUID personId) {
        events.publishEvent(new SignedOut(personId, false, clock.instant()));
    }

    private boolean mustSetPassword(UUID personId) {
        return jdbc.sql("select must_set_password from person where id = :id")
                .param("id", personId)
                .query(Boolean.class)
                .single();
    }
}
