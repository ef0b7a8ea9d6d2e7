package org.regatta.access;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;

/** What waits to be decided about people, the same at every stage. */
final class Accounts {

    private final Rows rows;
    private final Map<String, Object> objects = new HashMap<>();

    Accounts(World world) {
        rows = world.rows;
        objects.put("subject", world.person("subject"));
        objects.put("invited", world.person("invited"));
        objects.put(
                "grant",
                rows.one(UUID.class, "select id from role_grant where person_id = ?", world.person("subject")));
        rows.put("""
                insert into invitation (id, person_id, invited_by, invited_at, sent_at, expires_at)
                values (?, ?, ?, now(), now(), now() + interval '7 days')""", Ids.next(), world.person("invited"), world.person("programAdmin"));
        rows.put(
                "insert into erasure_request (id, person_id, reason, requested_at) values (?, ?, 'Done', now())",
                Ids.next(),
                world.person("subject"));
        world.person("candidate", true);
        var request = Ids.next();
        objects.put("request", request);
        rows.put(
                "insert into role_request (id, person_id, role, requested_by, requested_at) values (?, ?, ?, ?, now())",
                request,
                world.person("candidate"),
                Role.SUPER_ADMIN.name(),
                world.person("viewing"));
    }

    Map<String, Object> objects() {
        return objects;
    }
}
