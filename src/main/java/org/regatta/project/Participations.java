package org.regatta.project;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.regatta.workflow.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which projects take part in a round, and how far the work on each is. Called by the process; checks no rights. Every
 * move is conditional, so that a job may repeat it.
 */
@Service
@Transactional
public class Participations {

    private static final int MANY = 500;

    private final JdbcClient database;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Participations(JdbcClient database, Processes processes, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /** How far the work on one project in one round is. */
    public enum State {
        /** Its process is to be started. */
        WAITING,
        /** Its process runs. */
        RUNNING,
        /** All its tasks are done. */
        EVALUATED,
        /** Told that the round closed. */
        ENDING,
        /** Nothing more happens. */
        ENDED
    }

    /**
     * Lets projects take part, as {@link State#WAITING}; publishes {@link ProjectsAdmitted} for those that did not before.
     *
     * @return how many did not take part before
     */
    public int admit(UUID roundId, Collection<UUID> projectIds) {
        var admitted = database.sql("""
                        insert into participation (round_id, project_id, state)
                        select :round, id, 'WAITING' from unnest(cast(:projects as uuid[])) as id
                        on conflict do nothing
                        returning project_id""")
                .param("round", roundId)
                .param("projects", Ids.texts(projectIds))
                .query(UUID.class)
                .list();
        if (!admitted.isEmpty()) {
            var competitionId = competition(roundId);
            DomainEvent.together(admitted)
                    .forEach(some ->
                            events.publishEvent(new ProjectsAdmitted(roundId, some, competitionId, clock.instant())));
        }
        if (admitted.size() >= MANY) {
            // these rows are read at once, long before autovacuum tells the planner that they exist
            database.sql("analyze participation").update();
        }
        return admitted.size();
    }

    private UUID competition(UUID roundId) {
        return database.sql("select competition_id from round where id = :round")
                .param("round", roundId)
                .query(UUID.class)
                .single();
    }

    /**
     * Moves up to {@code limit} projects and says which; skips those another worker has in hand.
     *
     * @return empty when none is left or all are in other hands
     */
    public List<UUID> take(UUID roundId, State from, State to, int limit) {
        return database.sql("""
                        with taken as materialized (
                            select project_id from participation
                            where round_id = :round and state = :from
                            order by project_id limit :limit for update skip locked)
                        update participation p set state = :to from taken
                        where p.round_id = :round and p.project_id = taken.project_id
                        returning p.project_id""")
                .param("round", roundId)
                .param("from", from.name())
                .param("to", to.name())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Moves one project; false if it is not in {@code from}. */
    public boolean move(UUID roundId, UUID projectId, State from, State to) {
        return database.sql("""
                                update participation set state = :to
                                where round_id = :round and project_id = :project and state = :from""")
                        .param("round", roundId)
                        .param("project", projectId)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Moves every project that is in {@code from}; returns how many. */
    public int moveAll(UUID roundId, State from, State to) {
        return database.sql("update participation set state = :to where round_id = :round and state = :from")
                .param("round", roundId)
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    /** The business key of the work on one project in one round. */
    public static String workKey(UUID roundId, UUID projectId) {
        return roundId + ":" + projectId;
    }

    /**
     * Lets nobody else move the work on one project in one round until the transaction ends. For services that lock rows
     * before they say what happened to the work: whoever completes a task of it has the turn first and then wants these
     * rows, and the other way round they would wait for each other. Several turns are taken by round, then by project.
     */
    public void takeTurn(UUID roundId, UUID projectId) {
        processes.takeTurn(workKey(roundId, projectId));
    }

    /** How far one project is; empty where it takes no part. */
    @Transactional(readOnly = true)
    public Optional<State> find(UUID roundId, UUID projectId) {
        return database.sql("select state from participation where round_id = :round and project_id = :project")
                .param("round", roundId)
                .param("project", projectId)
                .query(State.class)
                .optional();
    }

    /** The rounds that are not completed and in which the work on this project has not ended, by id. */
    @Transactional(readOnly = true)
    public List<UUID> roundsAtWork(UUID projectId) {
        return database.sql("""
                        select part.round_id from participation part join round r on r.id = part.round_id
                        where part.project_id = :project and part.state <> 'ENDED' and r.status <> 'COMPLETED'
                        order by part.round_id""").param("project", projectId).query(UUID.class).list();
    }

    /** How many projects are in each state; every state has a count. */
    @Transactional(readOnly = true)
    public Map<State, Long> counts(UUID roundId) {
        var counts = new EnumMap<State, Long>(State.class);
        for (var state : State.values()) {
            counts.put(state, 0L);
        }
        database.sql("select state, count(*) from participation where round_id = :round group by state")
                .param("round", roundId)
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** Whether any project is in one of these states; each looked up in the index, since it is asked all the time. */
    @Transactional(readOnly = true)
    public boolean any(UUID roundId, State... states) {
        return database.sql("""
                        select exists (select 1 from unnest(cast(:states as text[])) wanted (state)
                                       cross join lateral (select 1 from participation part
                                                           where part.round_id = :round and part.state = wanted.state
                                                           limit 1) one)""")
                .param("round", roundId)
                .param("states", names(states))
                .query(Boolean.class)
                .single();
    }

    /** All projects that take part, by number. */
    @Transactional(readOnly = true)
    public List<UUID> projects(UUID roundId) {
        return database.sql("""
                        select p.id from participation part join project p on p.id = part.project_id
                        where part.round_id = :round order by p.number collate natural_order, p.id""").param("round", roundId).query(UUID.class).list();
    }

    /**
     * At most {@code limit} projects in one state, by id.
     *
     * @param after only those behind this project; null for the first
     */
    @Transactional(readOnly = true)
    public List<UUID> in(UUID roundId, State state, @Nullable UUID after, int limit) {
        return database.sql("""
                        select project_id from participation where round_id = :round and state = :state
                          and (cast(:after as uuid) is null or project_id > cast(:after as uuid))
                        order by project_id limit :limit""")
                .param("round", roundId)
                .param("state", state.name())
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The rounds in which any project is in one of these states. */
    @Transactional(readOnly = true)
    public List<UUID> roundsWith(State... states) {
        return database.sql("""
                        select distinct round_id from participation
                        where state in (%s) order by round_id"""
                        // written into the statement, so that the partial index on the moving states serves it
                        .formatted(Arrays.stream(states)
                                .map(state -> "'" + state.name() + "'")
                                .collect(Collectors.joining(", "))))
                .query(UUID.class)
                .list();
    }

    private static String[] names(State... states) {
        return Arrays.stream(states).map(State::name).toArray(String[]::new);
    }
}
