package org.regatta.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets those who may see a competition's history read who did what in it. */
@Service
@Transactional(readOnly = true)
public class AuditLog {

    private static final String OF_COMPETITION = """
              from audit_entry e
             where e.competition_id = :competition
               and e.subject <> all (:withheld)
               and coalesce(e.details ->> 'projectId', '') <> all (:withheld)
            """;

    private final JdbcClient jdbc;
    private final Access access;
    private final Competitions competitions;
    private final ObjectMapper json;

    AuditLog(JdbcClient jdbc, Access access, Competitions competitions, ObjectMapper json) {
        this.jdbc = jdbc;
        this.access = access;
        this.competitions = competitions;
        this.json = json;
    }

    /**
     * What happened in a competition, the latest first; without what a conflict of interest keeps from the viewer.
     *
     * @throws NotVisible if the competition is unknown to the viewer
     * @throws ActionForbidden if the viewer may not read its history
     */
    public Page<AuditEntryView> of(UUID competitionId, PageRequest page) {
        var place = competitions.get(competitionId).place();
        access.require(Action.READ_HISTORY, place);
        var named = access.may(Action.RUN_COMPETITION, place);
        var withheld = Ids.texts(access.withheld(competitionId));
        var total = jdbc.sql("select count(*)" + OF_COMPETITION)
                .param("competition", competitionId)
                .param("withheld", withheld)
                .query(Long.class)
                .single();
        var entries = jdbc.sql(
                        "select e.*, case when :named then (select p.name from person p where p.id = e.actor_id) end"
                                + " as actor_name" + OF_COMPETITION + " order by e.id desc limit :size offset :offset")
                .param("named", named)
                .param("competition", competitionId)
                .param("withheld", withheld)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(this::entry)
                .list();
        return new Page<>(entries, page.number(), page.size(), total);
    }

    /**
     * What happened to one project, the earliest first. Who did it stays unnamed in blind rounds for those who do not run
     * the competition. Moves of more than a hundred projects at once are told in the competition's log only.
     *
     * @param blind whether the project takes part in a blind round
     * @throws NotVisible if the project is unknown to the viewer
     * @throws ActionForbidden if the viewer may not read its history
     */
    public List<AuditEntryView> ofProject(Place place, UUID projectId, boolean blind) {
        access.require(Action.READ_HISTORY, place.withProject(projectId));
        return jdbc.sql("""
                        select e.*, case when :named then (select p.name from person p where p.id = e.actor_id) end
                            as actor_name
                        from audit_entry e where e.id in (
                            select id from audit_entry where subject = :project
                            union select id from audit_entry where details ->> 'projectId' = :project
                            union select id from audit_entry
                                  where competition_id = :competition and type = 'project.moved'
                                    and details -> 'projectIds' @> to_jsonb(cast(:project as text)))
                        order by e.occurred_at, e.id""")
                .param("named", access.may(Action.RUN_COMPETITION, place) || !blind)
                .param("project", projectId.toString())
                .param("competition", place.competitionId())
                .query(this::entry)
                .list();
    }

    private AuditEntryView entry(ResultSet row, int number) throws SQLException {
        return new AuditEntryView(
                row.getObject("id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("type"),
                row.getString("subject"),
                tree(row.getString("details")));
    }

    private JsonNode tree(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit entry holds no JSON", e);
        }
    }
}
