package unruly;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regatta.shared.DomainEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes things: three times without a word, once with one. */
@Service
@Transactional
public class QuietThings {

    private static final String FORGET = "delete from thing where id = :id returning %s".formatted("1");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    QuietThings(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    record ThingMade(UUID actor, Instant occurredAt) implements DomainEvent {

        @Override
        public String type() {
            return "unruly.thingMade";
        }

        @Override
        public String subject() {
            return "thing";
        }
    }

    /** By a lambda. */
    public void rename(List<UUID> ids) {
        ids.forEach(id -> write("update thing t set name = '' where id = :id", id));
    }

    /** By a constant and by a helper. */
    public void forget(UUID id) {
        write("delete from " + (id.version() == 7 ? "thing_part" : "thing_note") + " where id = :id", id);
        jdbc.sql(FORGET).param("id", id).query(Integer.class).single();
    }

    /** By an entity. */
    public void turn(Thing thing) {
        thing.turn();
    }

    /** And says so. */
    public void make(UUID id) {
        write("insert into thing (id) values (:id)", id);
        events.publishEvent(new ThingMade(id, Instant.EPOCH));
    }

    /** Changes nothing. */
    @Transactional(readOnly = true)
    public void look(UUID id) {
        write("select 1 from thing where id = :id for update", id);
    }

    private void write(String sql, UUID id) {
        jdbc.sql(sql).param("id", id).update();
    }
}
