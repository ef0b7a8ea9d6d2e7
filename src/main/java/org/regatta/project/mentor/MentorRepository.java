package org.regatta.project.mentor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.regatta.identity.Place;
import org.regatta.identity.Relations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code project_mentor}; tells the access policy who is named for which project. */
@Repository
class MentorRepository implements Relations {

    /** Who holds the role there now, and has no conflict of interest with the project. */
    private static final String CHOICES = """
            select p.id as person_id, p.name from person p
            where p.enabled
              and exists (select 1 from role_grant g
                          where g.person_id = p.id and g.role = 'MENTOR'
                            and (g.valid_from is null or g.valid_from <= now())
                            and (g.valid_until is null or g.valid_until > now())
                            and ((g.program_id is null and g.competition_id is null)
                                 or g.program_id = :program or g.competition_id = :competition))
              and not exists (select 1 from project_conflict c where c.project_id = :project and c.person_id = p.id)
              and not exists (select 1 from project_mentor m where m.project_id = :project and m.person_id = p.id)
            """;

    /** More are found on the lists of their competitions. */
    static final int MOST = 50;

    private final JdbcClient database;

    MentorRepository(JdbcClient database) {
        this.database = database;
    }

    List<MentorView> of(UUID projectId) {
        return database.sql("""
                        select m.person_id, p.name, m.named_at from project_mentor m join person p on p.id = m.person_id
                        where m.project_id = :project order by p.name, p.id""")
                .param("project", projectId)
                .query((row, number) -> new MentorView(
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getObject("named_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those of whoever holds the role there now and has no conflict of interest with the project. */
    List<MentoredProject> accompanied(UUID personId) {
        return database.sql("""
                        select p.id, p.number, p.title, c.name as competition
                        from project_mentor m join project p on p.id = m.project_id join competition c on c.id = p.competition_id
                        where m.person_id = :person
                          and exists (select 1 from role_grant g
                                      where g.person_id = :person and g.role = 'MENTOR'
                                        and (g.valid_from is null or g.valid_from <= now())
                                        and (g.valid_until is null or g.valid_until > now())
                                        and ((g.program_id is null and g.competition_id is null)
                                             or g.program_id = c.program_id or g.competition_id = c.id))
                          and not exists (select 1 from project_conflict x where x.project_id = p.id and x.person_id = :person)
                        order by c.name, c.id, p.number collate natural_order limit :most""")
                .param("person", personId)
                .param("most", MOST)
                .query(MentoredProject.class)
                .list();
    }

    List<MentorChoice> choices(Place place) {
        return database.sql(CHOICES + "order by p.name, p.id")
                .param("project", place.projectId())
                .param("program", place.programId())
                .param("competition", place.competitionId())
                .query(MentorChoice.class)
                .list();
    }

    /** False if the person is named already or may not be named. */
    boolean insert(Place place, UUID personId, UUID namedBy, Instant now) {
        return database.sql("""
                        insert into project_mentor (project_id, person_id, named_by, named_at)
                        select :project, person_id, :namedBy, :now from (""" + CHOICES + """
                        ) as choice where person_id = :person on conflict do nothing""")
                        .param("project", place.projectId())
                        .param("program", place.programId())
                        .param("competition", place.competitionId())
                        .param("person", personId)
                        .param("namedBy", namedBy)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(UUID projectId, UUID personId) {
        return database.sql("delete from project_mentor where project_id = :project and person_id = :person")
                        .param("project", projectId)
                        .param("person", personId)
                        .update()
                == 1;
    }

    @Override
    public boolean mentors(UUID personId, UUID projectId) {
        return database.sql("""
                        select exists (select 1 from project_mentor
                                       where project_id = :project and person_id = :person)""")
                .param("project", projectId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }
}
