package org.regatta.identity.personal;

import java.util.List;
import java.util.UUID;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.PersonalData;
import org.regatta.identity.role.SuperAdmins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks every module to forget a person, the account last. */
@Component
class Forgetting {

    private final List<PersonalData> parts;
    private final People people;
    private final SuperAdmins superAdmins;
    private final JdbcClient jdbc;

    Forgetting(List<PersonalData> parts, People people, SuperAdmins superAdmins, JdbcClient jdbc) {
        this.parts = parts;
        this.people = people;
        this.superAdmins = superAdmins;
        this.jdbc = jdbc;
    }

    void forget(UUID personId) {
        superAdmins.hold();
        var superAdmin = jdbc.sql("select count(*) from role_grant where person_id = :id and role = 'SUPER_ADMIN'")
                .param("id", personId)
                .query(Integer.class)
                .single();
        var person = people.byIds(List.of(personId)).get(personId);
        if (person == null) {
            throw new NotVisible();
        }
        parts.forEach(part -> part.forget(person));
        if (superAdmin > 0) {
            superAdmins.requireOneLeft();
        }
    }
}
