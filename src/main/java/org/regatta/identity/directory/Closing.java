package org.regatta.identity.directory;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes and opens accounts; checks no rights. */
@Component
class Closing {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closing(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the account was open. Its sessions end with {@link PersonDeactivated}. */
    boolean close(UUID personId, UUID actor) {
        var closed = enable(personId, false);
        if (closed) {
            events.publishEvent(new PersonDeactivated(personId, actor, clock.instant()));
        }
        return closed;
    }

    void reopen(UUID personId, UUID actor) {
        if (enable(personId, true)) {
            events.publishEvent(new PersonReactivated(personId, actor, clock.instant()));
        }
    }

    boolean isSuperAdmin(UUID personId) {
        return jdbc.sql("select count(*) from role_grant where person_id = :id and role = 'SUPER_ADMIN'")
                        .param("id", personId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean enable(UUID personId, boolean enabled) {
        return jdbc.sql("update person set enabled = :enabled, version = version + 1 where id = :id and"
                                + " enabled <> :enabled")
                        .param("enabled", enabled)
                        .param("id", personId)
                        .update()
                == 1;
    }
}
