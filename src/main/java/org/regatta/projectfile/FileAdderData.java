package org.regatta.projectfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.regatta.file.StoredFiles;
import org.regatta.identity.PersonView;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that a person added. They are the team's and stay; how the person called them goes. */
@Component
class FileAdderData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of("files", """
        select p.number as project, p.title, f.type, f.number, s.name, s.size_bytes, s.state,
               cast(s.announced_at as text) as announced_at
          from project_file f join project p on p.id = f.project_id join stored_file s on s.id = f.file_id
         where f.added_by = :person order by f.file_id\
        """);

    private final JdbcClient jdbc;
    private final StoredFiles files;

    FileAdderData(JdbcClient jdbc, StoredFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public String part() {
        return "projectfile";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }

    /** Calls the files as readers of a blind round know them. */
    @Override
    public void forget(PersonView person) {
        jdbc.sql("""
            select f.file_id, f.type, f.number, coalesce(substring(s.name from '\\.[A-Za-z0-9]+$'), '') as ending
              from project_file f join stored_file s on s.id = f.file_id
             where f.added_by = :person and s.state <> 'REMOVED'\
            """)
                .param("person", person.id())
                .query(Added.class)
                .list()
                .forEach(file -> files.rename(file.fileId(), file.name()));
    }

    private record Added(UUID fileId, String type, int number, String ending) {

        String name() {
            return type.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number + ending.toLowerCase(Locale.ROOT);
        }
    }
}
