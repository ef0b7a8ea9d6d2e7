package org.regatta.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.regatta.shared.Contains;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports a person asked for. What was found wrong in a file may quote the person: that goes. */
@Component
class ImporterData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of("imports", """
        select file_name, state, dry_run, cast(created_at as text) as created_at
          from import_run where requested_by = :person order by id\
        """);

    private final JdbcClient jdbc;

    ImporterData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "imports";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    @Override
    public void forget(PersonView person) {
        jdbc.sql("""
            update import_run set findings = '[]'
             where ended_at is not null and lower(cast(findings as text)) like :email\
            """)
                .param("email", Contains.pattern(person.email().toLowerCase(Locale.ROOT)))
                .update();
    }
}
