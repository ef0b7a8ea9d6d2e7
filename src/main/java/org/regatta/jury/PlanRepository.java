package org.regatta.jury;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.regatta.jury.BalancedPlan.Pair;
import org.regatta.jury.BalancedPlan.PlanCandidates;
import org.regatta.jury.BalancedPlan.PlanProject;
import org.regatta.jury.BalancedPlan.PlanSeat;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who could evaluate what in a round, and writes who does. */
@Repository
class PlanRepository {

    /** Whether {@code j}, a juror, must keep away from {@code part}, a participation of the round. */
    private static final String KEPT_AWAY = """
            (exists (select 1 from conflict_of_interest x
                     where x.project_id = part.project_id and x.person_id = j.person_id and x.lifted_at is null)
             or exists (select 1 from recusal x join juror other on other.id = x.juror_id
                        where x.project_id = part.project_id and other.person_id = j.person_id
                          and (x.round_id is null or x.round_id = part.round_id)))
            """;

    /** Whether {@code j}, a juror, has a project of their own in the competition of {@code y}, a jury. */
    private static final String COMPETES = """
            exists (select 1 from team_member m join team t on t.id = m.team_id
                    where m.person_id = j.person_id and t.competition_id = y.competition_id)
            """;

    private final JdbcClient database;

    /** A project that a person is to evaluate from now on. */
    record Given(UUID projectId, UUID personId) {}

    PlanRepository(JdbcClient database) {
        this.database = database;
    }

    /** Holds the round until the transaction ends: one plan at a time, and no recusal between reading and writing. */
    void hold(UUID roundId) {
        database.sql("select id from round where id = :round for update")
                .param("round", roundId)
                .query(UUID.class)
                .optional();
    }

    /** One statement, however many projects; what is new. */
    List<Given> assignWholeJuries(UUID roundId) {
        return database.sql("""
                        insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                        select assignment_id(), part.round_id, part.project_id, j.id, j.person_id, 'ACTIVE', now()
                        from participation part
                        join project p on p.id = part.project_id and p.status in ('SUBMITTED', 'ADVANCED')
                        join round_jury s on s.round_id = part.round_id and s.jurors_per_project is null
                             and (s.category is null or s.category = p.category)
                        join jury y on y.id = s.jury_id
                        join juror j on j.jury_id = y.id and j.active
                        where part.round_id = :round and not COMPETES and not KEPT_AWAY
                        order by part.project_id, j.id
                        on conflict do nothing
                        returning project_id, person_id""".replace("COMPETES", COMPETES).replace("KEPT_AWAY", KEPT_AWAY))
                .param("round", roundId)
                .query(Given.class)
                .list();
    }

    /** Tells the planner of rows that are read at once, long before autovacuum does. */
    void refreshStatistics() {
        database.sql("analyze assignment").update();
    }

    List<PlanSeat> balancedSeats(UUID roundId) {
        return database.sql("""
                        select s.jury_id, s.category, s.jurors_per_project
                        from round_jury s join jury y on y.id = s.jury_id
                        where s.round_id = :round and s.jurors_per_project is not null
                        order by s.category nulls last, y.key""").param("round", roundId).query(PlanSeat.class).list();
    }

    PlanCandidates candidates(UUID roundId, PlanSeat seat) {
        var indexes = new HashMap<UUID, Integer>();
        var jurors = new ArrayList<UUID>();
        var loads = new ArrayList<Integer>();
        database.sql("""
                        select j.id, (select count(*) from assignment a
                                      where a.juror_id = j.id and a.round_id = :round and a.state in ('ACTIVE', 'ABSTAINED'))
                        from juror j join jury y on y.id = j.jury_id
                        where j.jury_id = :jury and j.active and not COMPETES
                        order by j.label collate natural_order, j.id""".replace("COMPETES", COMPETES))
                .param("round", roundId)
                .param("jury", seat.juryId())
                .query(row -> {
                    var juror = row.getObject(1, UUID.class);
                    indexes.put(juror, jurors.size());
                    jurors.add(juror);
                    loads.add(row.getInt(2));
                });
        var projects = new LinkedHashMap<UUID, PlanProject>();
        var assigned = assigned(roundId, seat);
        for (var projectId : projects(roundId, seat)) {
            projects.put(projectId, new PlanProject(projectId, new BitSet(), assigned.getOrDefault(projectId, 0)));
        }
        exclusions(roundId, seat).forEach(pair -> {
            var project = projects.get(pair.projectId());
            var juror = indexes.get(pair.jurorId());
            if (project != null && juror != null) {
                project.excluded().set(juror);
            }
        });
        return new PlanCandidates(
                jurors, loads.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(projects.values()));
    }

    /** Who of the seated juries could read a project that takes part; the least busy first. */
    List<FreeJuror> free(UUID roundId, UUID projectId) {
        return database.sql("""
                        select juror_id, person_id, label, load from (
                            select distinct j.id as juror_id, j.person_id, j.label,
                                   (select count(*) from assignment a
                                    where a.round_id = part.round_id and a.person_id = j.person_id
                                      and a.state = 'ACTIVE') as load
                            from participation part
                            join project p on p.id = part.project_id
                            join round_jury s on s.round_id = part.round_id
                                 and (s.category is null or s.category = p.category)
                            join jury y on y.id = s.jury_id
                            join juror j on j.jury_id = y.id and j.active
                            where part.round_id = :round and part.project_id = :project
                              and not COMPETES and not KEPT_AWAY
                              and not exists (select 1 from assignment a
                                              where a.round_id = part.round_id and a.project_id = part.project_id
                                                and a.person_id = j.person_id)) as free
                        order by load, label collate natural_order, juror_id""".replace("COMPETES", COMPETES).replace("KEPT_AWAY", KEPT_AWAY))
                .param("round", roundId)
                .param("project", projectId)
                .query(FreeJuror.class)
                .list();
    }

    /** What keeps a juror from a project that takes part; the weightiest first, empty if nothing does. */
    Optional<JurorObstacle> obstacle(UUID roundId, UUID projectId, UUID jurorId) {
        return database.sql(
                        """
                        select case
                            when j.id is null or not exists (
                                select 1 from round_jury s where s.round_id = part.round_id and s.jury_id = j.jury_id
                                  and (s.category is null or s.category = p.category)) then 'NOT_SEATED'
                            when KEPT_AWAY then 'KEPT_AWAY'
                            when COMPETES then 'COMPETES'
                            when exists (select 1 from assignment a
                                         where a.round_id = part.round_id and a.project_id = part.project_id
                                           and a.person_id = j.person_id) then 'ASSIGNED'
                            when not j.active then 'RESTING' end
                        from participation part
                        join project p on p.id = part.project_id
                        left join juror j on j.id = :juror
                        left join jury y on y.id = j.jury_id
                        where part.round_id = :round and part.project_id = :project""".replace("COMPETES then", COMPETES + " then").replace("KEPT_AWAY then", KEPT_AWAY + " then"))
                .param("round", roundId)
                .param("project", projectId)
                .param("juror", jurorId)
                .query((row, number) -> Optional.ofNullable(row.getString(1)).map(JurorObstacle::valueOf))
                .single();
    }

    /** For each active juror seated in the round, how many of these projects they are {@link #free} to read. */
    Map<UUID, Integer> takers(UUID roundId, List<UUID> projectIds) {
        var takers = new HashMap<UUID, Integer>();
        database.sql("""
                        with barred as (
                            select a.person_id, a.project_id from assignment a
                            where a.round_id = :round and a.project_id = any(cast(:projects as uuid[]))
                            union
                            select x.person_id, x.project_id from conflict_of_interest x
                            where x.lifted_at is null and x.project_id = any(cast(:projects as uuid[]))
                            union
                            select other.person_id, x.project_id
                            from recusal x join juror other on other.id = x.juror_id
                            where (x.round_id is null or x.round_id = :round)
                              and x.project_id = any(cast(:projects as uuid[])))
                        select j.id, count(distinct p.id)
                        from round_jury s join jury y on y.id = s.jury_id
                        join juror j on j.jury_id = y.id and j.active
                        join project p on p.id = any(cast(:projects as uuid[]))
                             and (s.category is null or s.category = p.category)
                        left join barred b on b.person_id = j.person_id and b.project_id = p.id
                        where s.round_id = :round and b.project_id is null and not COMPETES
                        group by j.id""".replace("COMPETES", COMPETES))
                .param("round", roundId)
                .param("projects", Ids.texts(projectIds))
                .query(row -> {
                    takers.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return takers;
    }

    /** Writes assignments; those that are new. */
    List<Given> insert(UUID roundId, List<Pair> pairs) {
        return database.sql("""
                        insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                        select assignment_id(), :round, x.project_id, j.id, j.person_id, 'ACTIVE', now()
                        from unnest(cast(:projects as uuid[]), cast(:jurors as uuid[])) as x (project_id, juror_id)
                        join juror j on j.id = x.juror_id
                        on conflict do nothing
                        returning project_id, person_id""")
                .param("round", roundId)
                .param("projects", Sql.column(pairs, Pair::projectId))
                .param("jurors", Sql.column(pairs, Pair::jurorId))
                .query(Given.class)
                .list();
    }

    private List<UUID> projects(UUID roundId, PlanSeat seat) {
        return database.sql("""
                        select p.id from participation part
                        join project p on p.id = part.project_id and p.status in ('SUBMITTED', 'ADVANCED')
                        where part.round_id = :round and (cast(:category as text) is null or p.category = :category)
                        order by p.number collate natural_order, p.id""")
                .param("round", roundId)
                .param("category", seat.category())
                .query(UUID.class)
                .list();
    }

    private HashMap<UUID, Integer> assigned(UUID roundId, PlanSeat seat) {
        var counts = new HashMap<UUID, Integer>();
        database.sql("""
                        select a.project_id, count(*) from assignment a join juror j on j.id = a.juror_id
                        where a.round_id = :round and j.jury_id = :jury and a.state in ('ACTIVE', 'ABSTAINED')
                        group by a.project_id""").param("round", roundId).param("jury", seat.juryId()).query(row -> {
            counts.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return counts;
    }

    /** Pairs that must not become assignments: kept away, or there already under any jury. */
    private List<Pair> exclusions(UUID roundId, PlanSeat seat) {
        return database.sql("""
                        select a.project_id, j.id as juror_id
                        from assignment a join juror j on j.person_id = a.person_id and j.jury_id = :jury
                        where a.round_id = :round
                        union
                        select x.project_id, j.id
                        from conflict_of_interest x join juror j on j.person_id = x.person_id and j.jury_id = :jury
                        where x.lifted_at is null
                        union
                        select x.project_id, j.id
                        from recusal x join juror other on other.id = x.juror_id
                        join juror j on j.person_id = other.person_id and j.jury_id = :jury
                        where x.round_id is null or x.round_id = :round""")
                .param("round", roundId)
                .param("jury", seat.juryId())
                .query(Pair.class)
                .list();
    }
}
