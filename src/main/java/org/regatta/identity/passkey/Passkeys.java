package org.regatta.identity.passkey;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The viewer's passkeys; they are added by the browser through Spring Security. */
@Service
@Transactional
public class Passkeys {

    private final JdbcClient jdbc;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The viewer's, the oldest first. */
    @Transactional(readOnly = true)
    public List<PasskeyView> own() {
        return jdbc.sql("select id, name, created_at, last_used_at from passkey where person_id = :person order by id")
                .param("person", access.viewer().personId())
                .query((row, number) -> {
                    var used = row.getObject("last_used_at", OffsetDateTime.class);
                    return new PasskeyView(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /**
     * Removes one of the viewer's; publishes {@link PasskeyRemoved}. A link by mail always works: nobody locks themselves
     * out.
     *
     * @throws NotVisible if the viewer has no such passkey
     */
    public void remove(UUID passkeyId) {
        var personId = access.viewer().personId();
        var removed = jdbc.sql("delete from passkey where id = :id and person_id = :person")
                .param("id", passkeyId)
                .param("person", personId)
                .update();
        if (removed == 0) {
            throw new NotVisible();
        }
        events.publishEvent(new PasskeyRemoved(personId, passkeyId, clock.instant()));
    }
}
