package org.regatta.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the audit log holds of a person's own acts, with the address and the browser they came from, and of attempts at the
 * account that nobody is known to have made. What others did about the person is theirs, and so is where projects stand in
 * a ranking that the person approved. Erasure is the chain's.
 */
@Component
class ActorData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of("acts", """
        select cast(e.occurred_at as text) as occurred_at, e.type, e.subject, cast(e.details - 'standings' as text) as details,
               b.words, b.via, cast(e.seen_as as text) as seen_as
          from audit_entry e left join audit_personal b on b.entry_id = e.id
         where e.actor_id = :person or e.set_off_by = :person
            or (e.subject = cast(:person as text) and e.actor_id is null)
         order by e.id\
        """);

    private final JdbcClient jdbc;

    ActorData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "audit";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }
}
