package org.regatta.jury;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes recusals and ends the assignments that they or a conflict of interest contradict; rights are checked before. */
@Component
class RecusalRecord {

    private final JdbcClient database;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecusalRecord(JdbcClient database, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Writes those that are new, ends their assignments in rounds not completed, and publishes both. */
    int record(UUID competitionId, List<NewRecusal> recusals) {
        holdRounds(competitionId);
        var actor = access.viewer().personId();
        var recorded = database.sql("""
                        insert into recusal (id, project_id, juror_id, round_id, reason, recorded_by, recorded_at)
                        select id, project_id, juror_id, round_id, reason, :actor, :now
                        from unnest(cast(:ids as uuid[]), cast(:projects as uuid[]), cast(:jurors as uuid[]),
                                    cast(:rounds as uuid[]), cast(:reasons as text[]))
                             as t (id, project_id, juror_id, round_id, reason)
                        on conflict do nothing""")
                .param("ids", Sql.column(recusals, recusal -> Ids.next()))
                .param("projects", Sql.column(recusals, NewRecusal::projectId))
                .param("jurors", Sql.column(recusals, NewRecusal::jurorId))
                .param("rounds", Sql.column(recusals, NewRecusal::roundId))
                .param("reasons", Sql.column(recusals, NewRecusal::reason))
                .param("actor", actor)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        end(recusals, competitionId);
        if (recorded > 0) {
            events.publishEvent(new RecusalsRecorded(competitionId, recorded, actor, clock.instant()));
        }
        return recorded;
    }

    /** Ends what a person has to do for a project in rounds not completed. */
    void end(UUID competitionId, UUID projectId, UUID personId) {
        holdRounds(competitionId);
        publish(
                competitionId,
                database.sql("""
                                update assignment a set state = 'RECUSED'
                                from round r
                                where r.id = a.round_id and r.status <> 'COMPLETED' and a.state = 'ACTIVE'
                                  and a.project_id = :project and a.person_id = :person
                                returning a.id, a.round_id, a.project_id, a.person_id""")
                        .param("project", projectId)
                        .param("person", personId)
                        .query(Ended.class)
                        .list());
    }

    private void end(List<NewRecusal> recusals, UUID competitionId) {
        publish(
                competitionId,
                database.sql("""
                                update assignment a set state = 'RECUSED'
                                from unnest(cast(:projects as uuid[]), cast(:jurors as uuid[]), cast(:rounds as uuid[]))
                                         as x (project_id, juror_id, round_id),
                                     juror j, round r
                                where j.id = x.juror_id and a.person_id = j.person_id and a.project_id = x.project_id
                                  and (x.round_id is null or a.round_id = x.round_id)
                                  and r.id = a.round_id and r.status <> 'COMPLETED' and a.state = 'ACTIVE'
                                returning a.id, a.round_id, a.project_id, a.person_id""")
                        .param("projects", Sql.column(recusals, NewRecusal::projectId))
                        .param("jurors", Sql.column(recusals, NewRecusal::jurorId))
                        .param("rounds", Sql.column(recusals, NewRecusal::roundId))
                        .query(Ended.class)
                        .list());
    }

    /** Keeps rounds from being assigned until this is committed; else a plan could miss what is being written. */
    private void holdRounds(UUID competitionId) {
        database.sql("select id from round where competition_id = :competition order by id for share")
                .param("competition", competitionId)
                .query(UUID.class)
                .list();
    }

    private void publish(UUID competitionId, List<Ended> ended) {
        var actor = access.viewer().personId();
        ended.forEach(assignment -> events.publishEvent(new AssignmentEnded(
                assignment.id(),
                assignment.roundId(),
                assignment.projectId(),
                assignment.personId(),
                competitionId,
                actor,
                clock.instant())));
    }

    private record Ended(UUID id, UUID roundId, UUID projectId, UUID personId) {}
}
