package org.regatta.audit.chain;

import org.regatta.shared.DomainEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what lies beside the chain when a person is erased: from where the person came, and texts by and about the
 * person. The entries keep their salted hashes; without salt and text nobody can find out what they stood for.
 */
@Component
class ErasedPeople {

    /** Published by the module that owns people; its subject is the person. */
    static final String ERASED = "identity.personErased";

    private final JdbcClient jdbc;

    ErasedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DomainEvent event) {
        if (!event.type().equals(ERASED)) {
            return;
        }
        var person = event.subject();
        jdbc.sql("""
                        update audit_personal b set via_salt = null, via = null
                          from audit_entry e
                         where e.id = b.entry_id and b.via is not null
                           and (e.actor_id = cast(:person as uuid) or e.set_off_by = cast(:person as uuid)
                                or (e.actor_id is null and e.subject = :person))""").param("person", person).update();
        jdbc.sql("""
            update audit_personal b set words_salt = null, words = null
              from audit_entry e
             where e.id = b.entry_id and b.words is not null
               and (e.actor_id = cast(:person as uuid) or e.set_off_by = cast(:person as uuid)
                    or e.subject = :person or cast(e.details as text) like '%' || :person || '%')\
            """).param("person", person).update();
    }
}
