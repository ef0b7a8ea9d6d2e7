package org.regatta.jury;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code assignment}. */
@Repository
class AssignmentRepository {

    private static final String SELECT = """
            select a.id, a.round_id, a.project_id, a.juror_id, a.person_id, a.state, c.program_id,
                   c.id as competition_id, j.label as juror_label, p.number as project_number,
                   p.title as project_title, p.category
            from assignment a
            join project p on p.id = a.project_id
            join competition c on c.id = p.competition_id
            join juror j on j.id = a.juror_id
            """;

    /** A conflict of interest hides what it is about from everyone who has it, organisers included. */
    private static final String SEEN = """
            where a.round_id = :round and (:everyone or a.person_id = :viewer)
              and not exists (select 1 from project_conflict x
                              where x.project_id = a.project_id and x.person_id = :viewer)
            """;

    private final JdbcClient database;

    AssignmentRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<AssignmentView> find(UUID assignmentId) {
        return database.sql(SELECT + "where a.id = :id")
                .param("id", assignmentId)
                .query(AssignmentView.class)
                .optional();
    }

    Optional<AssignmentView> find(UUID roundId, UUID projectId, UUID personId) {
        return database.sql(SELECT + "where a.round_id = :round and a.project_id = :project and a.person_id = :person")
                .param("round", roundId)
                .param("project", projectId)
                .param("person", personId)
                .query(AssignmentView.class)
                .optional();
    }

    /** Assignments of a round by project number and juror; only the viewer's own unless {@code everyone}. */
    Page<AssignmentView> list(UUID roundId, UUID viewer, boolean everyone, PageRequest page) {
        var items = database.sql(SELECT + SEEN + """
                        order by p.number collate natural_order, j.label collate natural_order, a.id
                        limit :size offset :offset""")
                .param("round", roundId)
                .param("viewer", viewer)
                .param("everyone", everyone)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(AssignmentView.class)
                .list();
        var total = database.sql("select count(*) from assignment a " + SEEN)
                .param("round", roundId)
                .param("viewer", viewer)
                .param("everyone", everyone)
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** All of a project in a round, by juror. */
    List<AssignmentView> ofProject(UUID roundId, UUID projectId) {
        return database.sql(SELECT + """
                        where a.round_id = :round and a.project_id = :project
                        order by j.label collate natural_order, a.id""")
                .param("round", roundId)
                .param("project", projectId)
                .query(AssignmentView.class)
                .list();
    }

    List<UUID> activeJurors(UUID roundId, UUID projectId) {
        return database.sql("""
                        select a.person_id from assignment a join juror j on j.id = a.juror_id
                        where a.round_id = :round and a.project_id = :project and a.state = 'ACTIVE'
                        order by j.label collate natural_order, a.id""")
                .param("round", roundId)
                .param("project", projectId)
                .query(UUID.class)
                .list();
    }

    boolean abstain(UUID assignmentId, String reason) {
        return database.sql("""
                                update assignment
                                   set state = 'ABSTAINED', ended_reason = :reason, ended_at = clock_timestamp()
                                 where id = :id and state = 'ACTIVE'""")
                        .param("id", assignmentId)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Ends an active assignment because somebody else has it now; false if it is not active any more. */
    boolean replace(UUID assignmentId, String reason) {
        return database.sql("""
                                update assignment
                                   set state = 'REPLACED', ended_reason = :reason, ended_at = clock_timestamp()
                                 where id = :id and state = 'ACTIVE'""")
                        .param("id", assignmentId)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Notes what somebody's new assignment came from. */
    void takenOver(AssignmentView from, UUID personId) {
        database.sql("""
                        update assignment set replaces = :from
                         where round_id = :round and project_id = :project and person_id = :person""")
                .param("from", from.id())
                .param("round", from.roundId())
                .param("project", from.projectId())
                .param("person", personId)
                .update();
    }

    /** Removes the active assignment that replaces this one, which is active again; empty if either cannot be. */
    Optional<Ended> takeFrom(AssignmentView to) {
        return database.sql("""
                        with taker as (
                            delete from assignment n using assignment a
                             where a.id = :id and a.state = 'REPLACED' and n.replaces = a.id and n.state = 'ACTIVE'
                               and not exists (select 1 from project_conflict x
                                                where x.project_id = a.project_id and x.person_id = a.person_id)
                            returning n.id, n.round_id, n.project_id, n.person_id),
                        back as (
                            update assignment set state = 'ACTIVE', ended_reason = '', ended_at = null
                             where id = :id and exists (select 1 from taker))
                        select * from taker""").param("id", to.id()).query(Ended.class).optional();
    }

    /** Ends the active assignments of a project in rounds not completed. */
    List<Ended> endProject(UUID projectId, String reason) {
        return database.sql("""
                        update assignment a
                           set state = 'RECUSED', ended_reason = :reason, ended_at = clock_timestamp()
                          from round r
                         where r.id = a.round_id and r.status <> 'COMPLETED' and a.state = 'ACTIVE'
                           and a.project_id = :project
                        returning a.id, a.round_id, a.project_id, a.person_id""")
                .param("project", projectId)
                .param("reason", reason)
                .query(Ended.class)
                .list();
    }

    /** An assignment that has just ended. */
    record Ended(UUID id, UUID roundId, UUID projectId, UUID personId) {}

    boolean assigned(UUID personId, UUID projectId) {
        return database.sql("""
                        select exists (select 1 from assignment
                                       where person_id = :person and project_id = :project and state = 'ACTIVE')""")
                .param("person", personId)
                .param("project", projectId)
                .query(Boolean.class)
                .single();
    }
}
