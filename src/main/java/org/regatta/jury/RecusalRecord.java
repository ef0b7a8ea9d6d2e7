package org.regatta.jury;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.jury.AssignmentRepository.Ended;
import org.regatta.project.Participations;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes recusals and ends the assignments that they or a conflict of interest contradict; rights are checked before. */
@Component
class RecusalRecord {

    /** Active assignments that recusals contradict, in rounds not completed. */
    private static final String OF_RECUSALS = """
            select a.id, a.round_id, a.project_id, x.reason
            from unnest(cast(:projects as uuid[]), cast(:jurors as uuid[]), cast(:rounds as uuid[]),
                        cast(:reasons as text[])) as x (project_id, juror_id, round_id, reason)
            join juror j on j.id = x.juror_id
            join assignment a on a.person_id = j.person_id and a.project_id = x.project_id
                 and (x.round_id is null or a.round_id = x.round_id)
            join round r on r.id = a.round_id
            where r.status <> 'COMPLETED' and a.state = 'ACTIVE'
            """;

    /** What a person has to do for a project, in rounds not completed; why is the person's own affair. */
    private static final String OF_PERSON = """
            select a.id, a.round_id, a.project_id, '' as reason
            from assignment a join round r on r.id = a.round_id
            where r.status <> 'COMPLETED' and a.state = 'ACTIVE' and a.project_id = :project and a.person_id = :person
            """;

    private final JdbcClient database;
    private final Participations participations;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecusalRecord(
            JdbcClient database,
            Participations participations,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.participations = participations;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Writes those that are new, ends their assignments in rounds not completed, and publishes both. */
    int record(UUID competitionId, List<NewRecusal> recusals) {
        var columns = Map.of(
                "projects", Sql.column(recusals, NewRecusal::projectId),
                "jurors", Sql.column(recusals, NewRecusal::jurorId),
                "rounds", Sql.column(recusals, NewRecusal::roundId),
                "reasons", Sql.column(recusals, NewRecusal::reason));
        takeTurns(OF_RECUSALS, columns);
        holdRounds(competitionId);
        var actor = access.viewer().personId();
        var recorded = database.sql("""
                        insert into recusal (id, project_id, juror_id, round_id, reason, recorded_by, recorded_at)
                        select id, project_id, juror_id, round_id, reason, :actor, :now
                        from unnest(cast(:ids as uuid[]), cast(:projects as uuid[]), cast(:jurors as uuid[]),
                                    cast(:rounds as uuid[]), cast(:reasons as text[]))
                             as t (id, project_id, juror_id, round_id, reason)
                        on conflict do nothing
                        returning project_id, (select j.person_id from juror j where j.id = juror_id) as person_id,
                                  round_id""")
                .params(columns)
                .param("ids", Sql.column(recusals, recusal -> Ids.next()))
                .param("actor", actor)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Recused.class)
                .list();
        end(competitionId, OF_RECUSALS, columns);
        tell(competitionId, recorded, actor);
        return recorded.size();
    }

    private void tell(UUID competitionId, List<Recused> recorded, UUID actor) {
        var projects = new LinkedHashMap<Juror, List<UUID>>();
        recorded.forEach(one ->
                projects.computeIfAbsent(one.juror(), same -> new ArrayList<>()).add(one.projectId()));
        projects.forEach((juror, all) -> DomainEvent.together(all)
                .forEach(some -> events.publishEvent(new RecusalsRecorded(
                        competitionId, juror.personId(), some, juror.roundId(), actor, clock.instant()))));
    }

    /** Ends what a person has to do for a project in rounds not completed. */
    void end(UUID competitionId, UUID projectId, UUID personId) {
        var pair = Map.of("project", projectId, "person", personId);
        takeTurns(OF_PERSON, pair);
        holdRounds(competitionId);
        end(competitionId, OF_PERSON, pair);
    }

    /** Before any row is held: whoever hands in meanwhile has the turn first, and then wants these rows. */
    private void takeTurns(String which, Map<String, ?> parameters) {
        database.sql("select distinct round_id, project_id from (" + which + ") w order by round_id, project_id")
                .params(parameters)
                .query(Work.class)
                .list()
                .forEach(work -> participations.takeTurn(work.roundId(), work.projectId()));
    }

    private void end(UUID competitionId, String which, Map<String, ?> parameters) {
        publish(
                competitionId,
                database.sql("""
                        update assignment a
                           set state = 'RECUSED', ended_reason = coalesce(w.reason, ''), ended_at = clock_timestamp()
                          from (WHICH) w
                         where a.id = w.id and a.state = 'ACTIVE'
                        returning a.id, a.round_id, a.project_id, a.person_id""".replace("WHICH", which))
                        .params(parameters)
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

    private record Work(UUID roundId, UUID projectId) {}

    private record Recused(
            UUID projectId, UUID personId, @Nullable UUID roundId) {

        Juror juror() {
            return new Juror(personId, roundId);
        }
    }

    private record Juror(UUID personId, @Nullable UUID roundId) {}
}
