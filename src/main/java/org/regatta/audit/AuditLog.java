package org.regatta.audit;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Contains;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people read who did what: in the competitions whose history they may read, their own acts, and, as award masters,
 * what was decided. Conflicts of interest and blind rounds leave out what they leave out everywhere.
 */
@Service
@Transactional(readOnly = true)
public class AuditLog {

    private static final int BATCH = 1_000;
    private static final int MOST_PEOPLE = 200;
    private static final String[] TOLD_BY_STEPS = {
        "workflow.taskTaken",
        "workflow.taskGivenBack",
        "workflow.taskCompleted",
        "evaluation.draftSaved",
        "evaluation.noteKept"
    };
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;
    private final Access access;
    private final AuditScope scope;
    private final Competitions competitions;

    AuditLog(JdbcClient jdbc, Access access, AuditScope scope, Competitions competitions) {
        this.jdbc = jdbc;
        this.access = access;
        this.scope = scope;
        this.competitions = competitions;
    }

    /**
     * What the viewer looks for, the latest first.
     *
     * @param before only entries earlier than the one of this id; null: from the latest on
     * @param size most entries
     * @throws ActionForbidden if the viewer has no log to read
     * @throws InvalidInput if too many people have what is looked for in their name
     */
    public List<AuditEntryView> search(AuditQuery query, @Nullable UUID before, int size) {
        return search(query, before, false, size);
    }

    /**
     * The same, the earliest first if wanted.
     *
     * @param beyond the entry behind which it goes on, in this order; null: from the beginning
     */
    public List<AuditEntryView> search(AuditQuery query, @Nullable UUID beyond, boolean earliestFirst, int size) {
        var parameters = scope.parameters();
        var conditions = new StringBuilder("where ").append(AuditScope.READABLE);
        narrow(query, conditions, parameters);
        if (beyond != null) {
            conditions.append(earliestFirst ? " and e.id > :beyond" : " and e.id < :beyond");
            parameters.put("beyond", beyond);
        }
        parameters.put("size", size);
        return jdbc.sql(EntryRows.SELECT + conditions + " order by e.id" + (earliestFirst ? "" : " desc")
                        + " limit :size")
                .params(parameters)
                .query(EntryRows::view)
                .list();
    }

    /**
     * Hands over everything the viewer looks for, the latest first; returns how many. A slow reader keeps no connection
     * waiting: each batch has its own.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public long each(AuditQuery query, Consumer<AuditEntryView> reader) {
        var count = 0L;
        var batch = search(query, null, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(reader);
            count += batch.size();
            batch = batch.size() < BATCH
                    ? List.of()
                    : search(query, batch.getLast().id(), BATCH);
        }
        return count;
    }

    /** The types that were ever written down and that the viewer reads anywhere, sorted. */
    public List<String> types() {
        return jdbc.sql("""
                        with recursive known as (
                            (select type from audit_entry order by type limit 1)
                            union all
                            select (select e.type from audit_entry e where e.type > known.type order by e.type limit 1)
                              from known where known.type is not null)
                        select type from known where type is not null""").query(String.class).list().stream()
                .filter(scope::tellsOf)
                .toList();
    }

    /**
     * What happened in a competition, the latest first; without what a conflict of interest keeps from the viewer.
     *
     * @throws NotVisible if the competition is unknown to the viewer
     * @throws ActionForbidden if the viewer may not read its history
     */
    public Page<AuditEntryView> of(UUID competitionId, PageRequest page) {
        access.require(Action.READ_HISTORY, competitions.get(competitionId).place());
        var parameters = scope.parameters();
        parameters.put("competition", competitionId);
        var of = "where e.competition_id = :competition and " + AuditScope.READABLE;
        var total = jdbc.sql("select count(*) from audit_entry e " + of)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", page.size());
        parameters.put("offset", page.offset());
        var entries = jdbc.sql(EntryRows.SELECT + of + " order by e.id desc limit :size offset :offset")
                .params(parameters)
                .query(EntryRows::view)
                .list();
        return new Page<>(entries, page.number(), page.size(), total);
    }

    /**
     * What happened to one project, the earliest first. What happened to more than a hundred projects at once is told in
     * the competition's log only; work on tasks and drafts by the steps of the processes.
     *
     * @throws NotVisible if the project is unknown to the viewer
     * @throws ActionForbidden if the viewer may not read its history
     */
    public List<AuditEntryView> ofProject(Place place, UUID projectId) {
        access.require(Action.READ_HISTORY, place.withProject(projectId));
        var parameters = scope.parameters();
        parameters.put("project", projectId.toString());
        parameters.put("competition", place.competitionId());
        parameters.put("told", TOLD_BY_STEPS);
        return jdbc.sql(EntryRows.SELECT + """
                        where e.id in (
                            select id from audit_entry where subject = :project
                            union select id from audit_entry where details ->> 'projectId' = :project
                            union select id from audit_entry
                                  where details -> 'projectIds' @> to_jsonb(cast(:project as text)))
                           and e.competition_id = :competition and e.type <> all(:told)
                        order by e.occurred_at, e.id""")
                .params(parameters)
                .query(EntryRows::view)
                .list();
    }

    private void narrow(AuditQuery query, StringBuilder conditions, Map<String, Object> parameters) {
        var wanted = new HashMap<String, Object>();
        var person = query.person();
        if (person != null && !person.isBlank()) {
            // whoever must stay unnamed cannot be searched for either
            conditions.append(" and x.named and (e.actor_id = any(cast(:people as uuid[]))"
                    + " or e.set_off_by = any(cast(:people as uuid[])) or e.seen_as = any(cast(:people as uuid[]))"
                    + " or e.subject = any(:people)"
                    + " or e.details ->> 'personId' = any(:people)"
                    + " or jsonb_exists_any(e.details -> 'personIds', cast(:people as text[])))");
            wanted.put("people", people(person.strip()));
        }
        var subject = query.subject();
        if (subject != null && !subject.isBlank()) {
            conditions.append(" and (e.subject = any(:subjects) or e.details ->> 'projectId' = any(:subjects)"
                    + " or jsonb_exists_any(e.details -> 'projectIds', cast(:subjects as text[])))");
            wanted.put("subjects", subjects(subject.strip(), query.competitionId()));
        }
        var type = query.type();
        if (type != null && !type.isBlank()) {
            conditions.append(" and (e.type = :type or (:type like '%.' and starts_with(e.type, :type)))");
            wanted.put("type", type.strip());
        }
        if (query.competitionId() != null) {
            conditions.append(" and e.competition_id = :competition");
            wanted.put("competition", query.competitionId());
        }
        if (query.from() != null) {
            conditions.append(" and e.occurred_at >= :from");
            wanted.put("from", query.from().atOffset(ZoneOffset.UTC));
        }
        if (query.until() != null) {
            conditions.append(" and e.occurred_at < :until");
            wanted.put("until", query.until().atOffset(ZoneOffset.UTC));
        }
        parameters.putAll(wanted);
    }

    private String[] people(String person) {
        if (ID.matcher(person).matches()) {
            return new String[] {person.toLowerCase(Locale.ROOT)};
        }
        var found = jdbc.sql("select id from person where name ilike :name limit :enough")
                .param("name", Contains.pattern(person))
                .param("enough", MOST_PEOPLE + 1)
                .query(String.class)
                .list();
        if (found.size() > MOST_PEOPLE) {
            throw new InvalidInput(new Finding(
                    "person",
                    "More than " + MOST_PEOPLE + " people have this in their name.",
                    "Type more of the name, or the id of one person."));
        }
        return found.toArray(String[]::new);
    }

    /** A number stands for one project of each competition. */
    private String[] subjects(String subject, @Nullable UUID competitionId) {
        var found = new ArrayList<String>(List.of(subject));
        found.addAll(jdbc.sql("""
                        select id from project
                         where number = :number and (cast(:competition as uuid) is null or competition_id = :competition)
                        """)
                .param("number", subject)
                .param("competition", competitionId, Types.OTHER)
                .query(String.class)
                .list());
        return found.toArray(String[]::new);
    }
}
