package org.regatta.project;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;
import org.regatta.project.Projects.ProjectChange;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code project}, {@code team} and {@code team_member}. */
@Repository
class ProjectRepository {

    /**
     * For a row {@code p} of {@code project}: a released decision let it go on or awarded it. Only the release of decisions
     * moves projects to these states.
     */
    static final String SHORTLISTED = "p.status in ('ADVANCED', 'AWARDED')";

    /** Rows in one statement: enough to be fast, few enough to keep its parameters small. */
    private static final int CHUNK = 1_000;

    private final JdbcClient database;

    ProjectRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Place> place(UUID projectId) {
        return database.sql("""
                        select c.program_id, c.id from project p join competition c on c.id = p.competition_id
                        where p.id = :id""")
                .param("id", projectId)
                .query((row, number) ->
                        new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class), projectId))
                .optional();
    }

    /**
     * A project's competition, number and status, held until the transaction ends. Whoever writes rows about the project
     * meanwhile (an evaluation, say) does not wait for it.
     */
    Optional<Locked> lock(UUID projectId) {
        return database.sql("select competition_id, number, status from project where id = :id for no key update")
                .param("id", projectId)
                .query(Locked.class)
                .optional();
    }

    record Locked(UUID competitionId, String number, ProjectStatus status) {}

    List<ProjectView> byIds(Collection<UUID> projectIds) {
        return database.sql("""
                        select p.id, p.competition_id, p.number, p.title, p.summary, p.category, p.country, p.status,
                               t.name as team_name
                        from project p join team t on t.id = p.team_id
                        where p.id = any(cast(:ids as uuid[]))
                        order by p.number collate natural_order, p.id""")
                .param("ids", Ids.texts(projectIds))
                .query(ProjectView.class)
                .list();
    }

    List<UUID> running(UUID competitionId) {
        return database.sql("""
                        select id from project
                        where competition_id = :competition and status in ('SUBMITTED', 'ADVANCED')
                        order by number collate natural_order, id""")
                .param("competition", competitionId)
                .query(UUID.class)
                .list();
    }

    boolean anyRunning(UUID competitionId) {
        return database.sql("""
                        select exists (select 1 from project
                                       where competition_id = :competition and status in ('SUBMITTED', 'ADVANCED'))""")
                .param("competition", competitionId)
                .query(Boolean.class)
                .single();
    }

    Map<String, UUID> idsByNumber(UUID competitionId) {
        var ids = new LinkedHashMap<String, UUID>();
        database.sql("""
                        select number, id from project where competition_id = :competition
                        order by number collate natural_order, id""").param("competition", competitionId).query(row -> {
            ids.put(row.getString(1), row.getObject(2, UUID.class));
        });
        return ids;
    }

    Set<String> taken(UUID competitionId, Collection<String> numbers) {
        return database.sql("""
                        select number from project
                        where competition_id = :competition and number = any(cast(:numbers as text[]))""")
                .param("competition", competitionId)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Enters projects with their teams; returns their ids in the given order, or fewer where a number was taken. */
    List<UUID> insert(UUID competitionId, List<NewProject> projects, Instant now) {
        var ids = new ArrayList<UUID>(projects.size());
        for (int start = 0; start < projects.size(); start += CHUNK) {
            ids.addAll(
                    insertChunk(competitionId, projects.subList(start, Math.min(start + CHUNK, projects.size())), now));
        }
        return ids;
    }

    private List<UUID> insertChunk(UUID competitionId, List<NewProject> projects, Instant now) {
        var rows = Rows.of(projects);
        database.sql("""
                        insert into team (id, competition_id, name)
                        select id, :competition, name from unnest(cast(:teams as uuid[]), cast(:names as text[])) as t (id, name)""")
                .param("competition", competitionId)
                .param("teams", rows.teams())
                .param("names", texts(projects, NewProject::teamName))
                .update();
        database.sql("""
                        insert into team_member (team_id, person_id, leads)
                        select team_id, person_id, leads
                        from unnest(cast(:teams as uuid[]), cast(:persons as uuid[]), cast(:leads as boolean[]))
                             as t (team_id, person_id, leads)
                        on conflict do nothing""")
                .param("teams", rows.memberTeams().toArray(String[]::new))
                .param("persons", rows.members().toArray(String[]::new))
                .param("leads", rows.leads().toArray(String[]::new))
                .update();
        return rows.uuids().subList(0, insertProjects(competitionId, projects, rows, now));
    }

    /** How many of the chunk were inserted; fewer where a number was taken. */
    private int insertProjects(UUID competitionId, List<NewProject> projects, Rows rows, Instant now) {
        return database.sql("""
                        insert into project (id, competition_id, team_id, number, title, summary, category, country,
                                             status, submitted_at, created_at)
                        select id, :competition, team_id, number, title, summary, category, country,
                               status, case when status = 'SUBMITTED' then now() end, :now
                        from unnest(cast(:ids as uuid[]), cast(:teams as uuid[]), cast(:numbers as text[]),
                                    cast(:titles as text[]), cast(:summaries as text[]), cast(:categories as text[]),
                                    cast(:countries as text[]), cast(:statuses as text[]))
                             as t (id, team_id, number, title, summary, category, country, status)
                        on conflict (competition_id, number) do nothing""")
                .param("competition", competitionId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", rows.ids())
                .param("teams", rows.teams())
                .param("numbers", texts(projects, NewProject::number))
                .param("titles", texts(projects, NewProject::title))
                .param("summaries", texts(projects, NewProject::summary))
                .param("categories", texts(projects, NewProject::category))
                .param("countries", texts(projects, NewProject::country))
                .param("statuses", texts(projects, project -> project.submitted() ? "SUBMITTED" : "DRAFT"))
                .update();
    }

    /** What the project says about itself; the caller holds its row. */
    ProjectChange words(UUID projectId) {
        return database.sql("select title, summary, category, country from project where id = :id")
                .param("id", projectId)
                .query(ProjectChange.class)
                .single();
    }

    boolean change(UUID projectId, ProjectChange change) {
        return database.sql("""
                                update project set title = :title, summary = :summary, category = :category,
                                       country = :country, version = version + 1
                                where id = :id""")
                        .param("id", projectId)
                        .param("title", change.title())
                        .param("summary", change.summary())
                        .param("category", change.category())
                        .param("country", change.country())
                        .update()
                == 1;
    }

    /** Moves those that are in a state before {@code to}; returns the moved ones by where they were. */
    Map<From, List<UUID>> move(Collection<UUID> projectIds, ProjectStatus to) {
        var moved = new LinkedHashMap<From, List<UUID>>();
        database.sql("""
                        with here as (
                            select id, status from project
                            where id = any(cast(:ids as uuid[])) and status = any(cast(:before as text[])) and status <> :to
                            for update)
                        update project p
                        set status = :to, version = version + 1,
                            submitted_at = case when :to = 'SUBMITTED' then now() else submitted_at end
                        from here where here.id = p.id
                        returning p.competition_id, here.status, p.id""")
                .param("to", to.name())
                .param("ids", Ids.texts(projectIds))
                .param("before", to.before().stream().map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    var from = new From(row.getObject(1, UUID.class), ProjectStatus.valueOf(row.getString(2)));
                    moved.computeIfAbsent(from, key -> new ArrayList<>()).add(row.getObject(3, UUID.class));
                });
        return moved;
    }

    /** Where projects were before they were moved. */
    record From(UUID competitionId, ProjectStatus status) {}

    /** Whether an intake round of the competition is open now, by the database's clock, its grace included. */
    boolean takesProjects(UUID competitionId) {
        return database.sql("""
                        select exists (
                            select 1 from round
                            where competition_id = :competition and kind = 'INTAKE' and status = 'OPEN'
                              and (closes_at is null or clock_timestamp() < closes_at + make_interval(secs => grace_seconds)))""")
                .param("competition", competitionId)
                .query(Boolean.class)
                .single();
    }

    void markLate(UUID projectId) {
        database.sql("update project set submitted_late = true where id = :id")
                .param("id", projectId)
                .update();
    }

    boolean ofTeam(UUID personId, UUID projectId) {
        return database.sql("""
                        select exists (select 1 from team_member m join project p on p.team_id = m.team_id
                                       where p.id = :project and m.person_id = :person)""")
                .param("project", projectId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    boolean shortlisted(UUID projectId) {
        return database.sql("select exists (select 1 from project p where p.id = :project and " + SHORTLISTED + ")")
                .param("project", projectId)
                .query(Boolean.class)
                .single();
    }

    boolean competes(UUID personId, UUID competitionId) {
        return database.sql("""
                        select exists (select 1 from team_member m join team t on t.id = m.team_id
                                       where t.competition_id = :competition and m.person_id = :person)""")
                .param("competition", competitionId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String[] texts(List<NewProject> projects, Function<NewProject, @Nullable String> field) {
        return projects.stream().map(field).toArray(String[]::new);
    }

    /** The columns of a chunk of projects: new ids, and one row per team member. */
    private record Rows(
            List<UUID> uuids,
            String[] ids,
            String[] teams,
            List<String> memberTeams,
            List<String> members,
            List<String> leads) {

        static Rows of(List<NewProject> projects) {
            var uuids = projects.stream().map(project -> Ids.next()).toList();
            var teams = projects.stream().map(project -> Ids.next().toString()).toArray(String[]::new);
            var rows =
                    new Rows(uuids, Ids.texts(uuids), teams, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int at = 0; at < teams.length; at++) {
                var members = projects.get(at).memberIds();
                for (int member = 0; member < members.size(); member++) {
                    rows.memberTeams.add(teams[at]);
                    rows.members.add(members.get(member).toString());
                    rows.leads.add(Boolean.toString(member == 0));
                }
            }
            return rows;
        }
    }
}
