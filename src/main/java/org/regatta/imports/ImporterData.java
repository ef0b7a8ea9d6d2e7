package org.regatta.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
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
        PersonalData.rename(jdbc, person, """
            update import_run set file_name = left(regexp_replace(file_name, :named, :pseudonym, 'gi'), 255)
             where requested_by = :person and file_name ~* :named\
            """);
        jdbc.sql("""
            update import_run set findings = (
                       select coalesce(jsonb_agg(finding order by at), '[]')
                         from jsonb_array_elements(findings) with ordinality as one (finding, at)
                        where concat_ws(' ', finding ->> 'place', finding ->> 'message', finding ->> 'remedy') !~* :named)
             where ended_at is not null and cast(findings as text) ~* :named\
            """).param("named", PersonalData.named(person)).update();
    }
}
