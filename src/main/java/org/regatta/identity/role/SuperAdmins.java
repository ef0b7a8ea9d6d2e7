package org.regatta.identity.role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that somebody is left who administers the site. */
@Component
public class SuperAdmins {

    private final JdbcClient jdbc;

    SuperAdmins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes who they are, on any node, and keeps it so until the transaction ends. */
    public void hold() {
        jdbc.sql("select id from role_grant where role = 'SUPER_ADMIN' order by id for update")
                .query()
                .listOfRows();
    }

    /**
     * Called after the change, which is undone if it fails. Only who may sign in and holds the role without an end counts.
     *
     * @throws LastSuperAdmin if nobody is left
     */
    public void requireOneLeft() {
        var left = jdbc.sql("""
            select count(*) from role_grant g join person p on p.id = g.person_id
             where g.role = 'SUPER_ADMIN' and g.program_id is null and g.competition_id is null
               and p.enabled and g.valid_until is null
               and (g.valid_from is null or g.valid_from <= now())
            """).query(Integer.class).single();
        if (left == 0) {
            throw new LastSuperAdmin();
        }
    }
}
