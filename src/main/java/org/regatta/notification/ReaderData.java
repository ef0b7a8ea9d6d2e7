package org.regatta.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters to a person and mailings they sent. */
@Component
class ReaderData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of(
            "letters", """
            select subject, body, reason, state, cast(sent_at as text) as sent_at
              from notification where person_id = :person order by id\
            """,
            "choices", "select kind, email from notification_choice where person_id = :person order by kind",
            "mailings", """
            select subject, cast(created_at as text) as created_at from mailing where sent_by = :person order by id\
            """);

    private final JdbcClient jdbc;

    ReaderData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "notification";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    @Override
    public void forget(PersonView person) {
        jdbc.sql("delete from notification_choice where person_id = :person")
                .param("person", person.id())
                .update();
        jdbc.sql("""
            update notification set subject = '', body = '', reason = '', last_error = null, address = null, sealed_link = null, unsubscribe_hash = null,
                   state = case when state = 'QUEUED' then 'DISCARDED' else state end
             where person_id = :person\
            """).param("person", person.id()).update();
        PersonalData.rename(jdbc, person, """
            update mailing set subject = left(regexp_replace(subject, :named, :pseudonym, 'gi'), 200)
             where sent_by = :person and subject ~* :named\
            """);
        PersonalData.rename(jdbc, person, """
            update notification n
               set subject = left(regexp_replace(n.subject, :named, :pseudonym, 'gi'), 200),
                   body = regexp_replace(n.body, :named, :pseudonym, 'gi')
              from mailing m
             where m.id = n.mailing_id and m.sent_by = :person and (n.subject ~* :named or n.body ~* :named)\
            """);
    }
}
