package org.regatta.project;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.shared.Contains;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Projects as the viewer may see them: only those within reach, and without the team where the rules of a blind round
 * hide it. The team is taken away before anything is searched or sorted by it.
 */
@Repository
class ProjectQueries {

    /** The viewer is its mentor, and no conflict of interest keeps them away from it. */
    private static final String MENTORED = """
            (:mentor
             and exists (select 1 from project_mentor w where w.project_id = p.id and w.person_id = :viewer)
             and not exists (select 1 from project_conflict x where x.project_id = p.id and x.person_id = :viewer))
            """;

    /**
     * Who is behind a project stays hidden from the time it enters a blind round until the competition is over; not from
     * its mentor, unless they judge it. Where no round is blind, that is found out once and not for each project.
     */
    private static final String HIDDEN = """
            (c.status <> 'CLOSED'
             and exists (select 1 from round b where b.competition_id = :competition and b.blind)
             and not exists (select 1 from team_member m where m.team_id = p.team_id and m.person_id = :viewer)
             and exists (select 1 from participation part join round r on r.id = part.round_id
                         where part.project_id = p.id and r.blind
                           and (not (:identities or MENTORED)
                                or exists (select 1 from project_juror j
                                           where j.project_id = p.id and j.round_id = r.id
                                             and j.person_id = :viewer))))
            """.replace("MENTORED", MENTORED);

    private static final String PROJECTS = """
            with seen as (
                select p.id, p.competition_id, p.number, p.title, p.summary, p.category, p.country, p.status, p.team_id,
                       case when HIDDEN then null else t.name end as team_name SEARCHED
                from project p join team t on t.id = p.team_id join competition c on c.id = p.competition_id
                where p.competition_id = :competition and t.competition_id = :competition""";

    private static final String ALL = PROJECTS.replace("SEARCHED", "").replace("HIDDEN", HIDDEN);

    /** A team is found by nobody from whom it is hidden, which is asked only of the few that would be found. */
    private static final String SEARCHED = PROJECTS.replace(
                    "SEARCHED", ", (p.searched like :text or (t.searched like :text and not HIDDEN)) as found")
            .replace("HIDDEN", HIDDEN);

    private static final String UNCONFLICTED =
            "not exists (select 1 from project_conflict x where x.project_id = p.id and x.person_id = :viewer)";

    /**
     * For whom not everything is within reach: what they judge or mentor, what is shortlisted for awards they decide, all
     * without a conflict of interest, and what their own teams enter. Begins with the few projects these are; asking each
     * project of the competition took a juror ten times as long at 20,000.
     */
    private static final String OWN =
            """

                and p.id in (
                    select p.id from project_juror j join project p on p.id = j.project_id
                     where :juror and j.person_id = :viewer and j.active and UNCONFLICTED
                    union all
                    select p.id from project_mentor w join project p on p.id = w.project_id
                     where :mentor and w.person_id = :viewer and UNCONFLICTED
                    union all
                    select p.id from project p
                     where :awards and p.competition_id = :competition and SHORTLISTED and UNCONFLICTED
                    union all
                    select p.id from team_member m join project p on p.team_id = m.team_id
                     where :applicant and m.person_id = :viewer)""".replace("UNCONFLICTED", UNCONFLICTED).replace("SHORTLISTED", ProjectRepository.SHORTLISTED);

    private static final String FILTER = """
            where (cast(:status as text) is null or status = :status)
              and (cast(:category as text) is null or category = :category)
            """;

    /** Table {@code seen} for who only counts: who is behind a project matters to a search alone. */
    private static final String COUNTED = """
            with seen as (
                select p.status, p.category from project p where p.competition_id = :competition""";

    /** In the order a project goes through them. */
    private static final String STATUSES = Arrays.stream(ProjectStatus.values())
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", ", "array[", "]::varchar[]"));

    private static final String COLUMNS =
            "select id, competition_id, number, title, summary, category, country, status, team_name from seen ";

    private final JdbcClient database;
    private final Access access;
    private final ProjectRepository repository;

    ProjectQueries(JdbcClient database, Access access, ProjectRepository repository) {
        this.database = database;
        this.access = access;
        this.repository = repository;
    }

    Optional<ProjectView> find(Place place, UUID projectId) {
        return database.sql(seen(place) + COLUMNS + "where id = :id")
                .params(viewer(place))
                .param("id", projectId)
                .query(ProjectView.class)
                .optional();
    }

    /** Those of some projects that the viewer may see, in one statement. */
    Set<UUID> among(Place place, Collection<UUID> projectIds) {
        return database.sql(seen(place) + "select id from seen where id = any(:ids)")
                .params(viewer(place))
                .param("ids", projectIds.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** The team's id, if the viewer may know who is behind the project. */
    Optional<UUID> team(Place place, UUID projectId) {
        return database.sql(seen(place) + "select team_id from seen where id = :id and team_name is not null")
                .params(viewer(place))
                .param("id", projectId)
                .query(UUID.class)
                .optional();
    }

    Page<ProjectView> list(Place place, ProjectFilter filter, PageRequest page) {
        var parameters = viewer(place);
        var status = filter.status();
        var text = filter.text();
        parameters.put("status", status == null ? null : status.name());
        parameters.put("category", filter.category());
        var pattern = text == null || text.isBlank() ? null : Contains.pattern(text.strip());
        parameters.put("text", pattern);
        var wanted = pattern == null ? FILTER : FILTER + "  and found\n";
        var items = database.sql((pattern == null ? ALL : SEARCHED) + own(place) + COLUMNS + wanted + "order by "
                        + order(filter) + " limit :size offset :offset")
                .params(parameters)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(ProjectView.class)
                .list();
        var counted = (pattern == null ? COUNTED : SEARCHED) + own(place);
        var total = database.sql(counted + "select count(*) from seen " + wanted)
                .params(parameters)
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static String order(ProjectFilter filter) {
        var down = filter.descending() ? " desc" : "";
        var number = "number collate natural_order, id";
        return switch (filter.sort()) {
            case NUMBER -> "number collate natural_order" + down + ", id" + down;
            case TITLE -> "title collate natural_order" + down + ", " + number;
            case TEAM -> "team_name collate natural_order" + down + " nulls last, " + number;
            case CATEGORY -> "category collate natural_order" + down + " nulls last, " + number;
            case COUNTRY -> "country" + down + " nulls last, " + number;
            case STATUS -> "array_position(" + STATUSES + ", status)" + down + ", " + number;
        };
    }

    /** Table {@code seen}: what the viewer may see of a place. */
    private String seen(Place place) {
        return ALL + own(place);
    }

    private String own(Place place) {
        return (access.reach(Action.READ_PROJECT).covers(place) ? "" : OWN) + ")\n";
    }

    private Map<String, Object> viewer(Place place) {
        var viewer = access.viewer();
        var competition = place.competitionId();
        var juror = viewer.holds(Role.JURY_MEMBER, place);
        var parameters = new HashMap<String, Object>();
        parameters.put("competition", competition);
        parameters.put("viewer", viewer.personId());
        parameters.put("identities", access.reach(Action.ADMINISTER_PROJECT).covers(place));
        parameters.put("juror", juror && competition != null && !repository.competes(viewer.personId(), competition));
        parameters.put("mentor", viewer.holds(Role.MENTOR, place));
        parameters.put("awards", viewer.holds(Role.AWARD_MASTER, place));
        parameters.put("applicant", viewer.holds(Role.APPLICANT, place));
        return parameters;
    }
}
