package org.regatta.identity.personal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account itself: its row becomes the pseudonym under which results stay. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AccountData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of(
            "person", """
            select cast(id as text) as id, email, name, locale as language, zone, primary_role,
                   cast(created_at as text) as created_at, cast(last_sign_in_at as text) as last_sign_in_at
              from person where id = :person\
            """,
            "roles", """
            select role, cast(program_id as text) as program_id, cast(competition_id as text) as competition_id,
                   cast(granted_at as text) as granted_at, cast(valid_from as text) as valid_from,
                   cast(valid_until as text) as valid_until
              from role_grant where person_id = :person order by granted_at, id\
            """,
            "tokens", """
            select name, scope, cast(created_at as text) as created_at, cast(expires_at as text) as expires_at,
                   cast(last_used_at as text) as last_used_at, cast(revoked_at as text) as revoked_at
              from api_token where person_id = :person order by id\
            """,
            "invitations", """
            select cast(invited_at as text) as invited_at, cast(sent_at as text) as sent_at,
                   cast(accepted_at as text) as accepted_at, cast(ended_at as text) as ended_at
              from invitation where person_id = :person order by id\
            """,
            "seenAs", """
            select reason, cast(begun_at as text) as begun_at, cast(ended_at as text) as ended_at
              from view_as where person_id = :person order by id\
            """,
            "viewsAs", """
            select cast(person_id as text) as person_id, reason, cast(begun_at as text) as begun_at,
                   cast(ended_at as text) as ended_at
              from view_as where actor_id = :person order by id\
            """,
            "roleRequests", """
            select role, person_id = :person as for_me, requested_by = :person as asked, decided_by = :person as decided,
                   cast(valid_from as text) as valid_from, cast(valid_until as text) as valid_until,
                   cast(requested_at as text) as requested_at, cast(decided_at as text) as decided_at, granted
              from role_request where :person in (person_id, requested_by, decided_by) order by id\
            """,
            "passkeys", """
            select name, cast(created_at as text) as created_at, cast(last_used_at as text) as last_used_at
              from passkey where person_id = :person order by id\
            """,
            "secondFactor", """
            select cast(confirmed_at as text) as confirmed_at from second_factor where person_id = :person\
            """,
            "erasureRequests", """
            select reason, cast(requested_at as text) as requested_at, cast(decided_at as text) as decided_at, answer
              from erasure_request where person_id = :person order by id\
            """);

    private static final List<String> FORGET = List.of(
            "delete from api_token where person_id = :person",
            "delete from idempotency_key where person_id = :person",
            "delete from one_time_token where person_id = :person",
            "delete from passkey where person_id = :person",
            "delete from recovery_code where person_id = :person",
            "delete from second_factor where person_id = :person",
            "delete from role_request where person_id = :person and decided_at is null",
            "delete from role_grant where person_id = :person",
            "update invitation set ended_at = now() where person_id = :person and accepted_at is null and ended_at is"
                    + " null",
            "update view_as set reason = '' where person_id = :person or actor_id = :person",
            "update erasure_request set reason = '', answer = null where person_id = :person",
            """
            update person set name = :pseudonym,
                   email = cast(id as text) || '@erased.invalid', password_hash = null, enabled = false, locale = 'en',
                   language_chosen = false, zone = null, primary_role = null, last_sign_in_at = null, erased_at = now(), version = version + 1
             where id = :person\
            """);

    private final JdbcClient jdbc;

    AccountData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "account";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    @Override
    public void forget(PersonView person) {
        var pseudonym = PersonalData.pseudonym(person.id());
        FORGET.forEach(sql -> jdbc.sql(sql)
                .param("person", person.id())
                .param("pseudonym", pseudonym)
                .update());
    }
}
