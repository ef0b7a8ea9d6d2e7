package org.regatta.workflow.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.regatta.workflow.ProcessScope;
import org.regatta.workflow.StepStanding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts instances by element: reads the engine's tables by business key, never by variables. */
@Component
public class StandingQueries {

    /** The instances of a scope that run. */
    private static final String RUNNING = """
            with instance as (
                select id_ from act_ru_execution
                where parent_id_ is null and proc_def_key_ = :process
                  and (business_key_ = :key or (:perProject and business_key_ like :key || '%')))
            """;

    private static final String HERE = RUNNING + """
            select e.act_id_ as element, count(*) as here
            from instance i join act_ru_execution e on e.proc_inst_id_ = i.id_
            where e.is_active_ and e.act_id_ is not null and not e.is_event_scope_
              and not exists (select 1 from act_ru_incident f where f.execution_id_ = e.id_)
            group by e.act_id_
            """;

    private static final String FAILED = RUNNING + """
            select coalesce(f.activity_id_, f.failed_activity_id_) as element, count(*) as failed
            from act_ru_incident f join instance i on i.id_ = f.proc_inst_id_
            group by 1
            """;

    private final JdbcClient jdbc;

    StandingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By element. */
    public Map<String, StepStanding> of(ProcessScope scope) {
        var standing = new HashMap<String, StepStanding>();
        count(standing, scope, HERE, "here", n -> new StepStanding(n, 0, 0));
        count(standing, scope, FAILED, "failed", n -> new StepStanding(0, 0, n));
        if (scope.perProject()) {
            completed(standing, scope);
        } else {
            taken(standing, scope);
        }
        return standing;
    }

    /** The engine's id of the version a scope runs, ran, or would run. */
    public Optional<String> definitionOf(ProcessScope scope) {
        var running = jdbc.sql("""
                        select proc_def_id_ from act_ru_execution
                        where parent_id_ is null and proc_def_key_ = :process
                          and (business_key_ = :key or (:perProject and business_key_ like :key || '%'))
                        group by proc_def_id_ order by count(*) desc limit 1""");
        return bound(running, scope).query(String.class).optional().or(() -> definitionBefore(scope));
    }

    /** What ran for a round. */
    public List<ProcessScope> processesOf(UUID roundId) {
        var scopes = new ArrayList<ProcessScope>();
        jdbc.sql("""
                        select proc_def_key_ as process, min(start_time_) as began from act_hi_procinst
                        where business_key_ = :round group by proc_def_key_ order by began""").param("round", roundId.toString()).query(row -> {
            scopes.add(ProcessScope.of(row.getString("process"), roundId));
        });
        jdbc.sql("""
                        with recursive work as (
                            (select process_key from inbox_task where round_id = :round order by process_key limit 1)
                            union all
                            select (select t.process_key from inbox_task t
                                    where t.round_id = :round and t.process_key > w.process_key
                                    order by t.process_key limit 1)
                            from work w where w.process_key is not null)
                        select process_key from work where process_key is not null""").param("round", roundId).query(String.class).list().stream()
                .filter(key ->
                        scopes.stream().noneMatch(scope -> scope.processKey().equals(key)))
                .map(key -> ProcessScope.perProject(key, roundId))
                .filter(scope -> !scope.processKey().equals("competition"))
                .forEach(scopes::add);
        return scopes;
    }

    private Optional<String> definitionBefore(ProcessScope scope) {
        var ended = jdbc.sql("""
                        select p.proc_def_id_ from act_hi_procinst p
                        where p.proc_def_key_ = :process and p.business_key_ = :key
                        order by p.start_time_ desc limit 1""");
        var endedWork = jdbc.sql("""
                        select p.proc_def_id_ from act_hi_procinst p
                        where p.id_ = (select t.process_instance_id from inbox_task t
                                       where t.round_id = :subject and t.process_key = :process limit 1)""");
        var newest = jdbc.sql("select id_ from act_re_procdef where key_ = :process order by version_ desc limit 1");
        return (scope.perProject() ? bound(endedWork, scope) : bound(ended, scope))
                .query(String.class)
                .optional()
                .or(() -> bound(newest, scope).query(String.class).optional());
    }

    /** A single aggregate: the recorded flows say what was passed. */
    private void taken(Map<String, StepStanding> standing, ProcessScope scope) {
        var left = new HashMap<String, Long>();
        bound(jdbc.sql("""
                                select flow_id, source_id, target_id, count(*) as passed from flow_taken
                                where business_key = :key and process_key = :process
                                group by flow_id, source_id, target_id"""), scope).query(row -> {
            var passed = new StepStanding(0, row.getLong("passed"), 0);
            standing.merge(row.getString("flow_id"), passed, StepStanding::plus);
            standing.merge(row.getString("target_id"), passed, StepStanding::plus);
            left.merge(row.getString("source_id"), passed.passed(), Long::sum);
        });
        // what was reached and not left yet has not been passed
        standing.replaceAll((element, at) ->
                new StepStanding(at.here(), Math.max(0, at.passed() - at.here() - at.incidents()), at.incidents()));
        // nothing leads to where a process starts or to an event at a step's edge; what left them passed them
        left.forEach((element, times) -> {
            var known = standing.getOrDefault(element, StepStanding.NONE);
            if (known.passed() == 0) {
                standing.put(element, known.plus(new StepStanding(0, times, 0)));
            }
        });
    }

    /** Many aggregates: the tasks completed say enough, and are counted in an index. */
    private void completed(Map<String, StepStanding> standing, ProcessScope scope) {
        bound(jdbc.sql("""
                                select task_key, count(*) as passed from inbox_task
                                where round_id = :subject and process_key = :process and state = 'COMPLETED'
                                group by task_key"""), scope).query(row -> {
            standing.merge(
                    row.getString("task_key"), new StepStanding(0, row.getLong("passed"), 0), StepStanding::plus);
        });
    }

    private void count(
            Map<String, StepStanding> standing,
            ProcessScope scope,
            String sql,
            String column,
            LongFunction<StepStanding> as) {
        bound(jdbc.sql(sql), scope).query(row -> {
            // a multi-instance body is the step itself to its readers
            var element = row.getString("element").replaceFirst("#multiInstanceBody$", "");
            standing.merge(element, as.apply(row.getLong(column)), StepStanding::plus);
        });
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, ProcessScope scope) {
        return statement
                .param("process", scope.processKey())
                .param("key", scope.businessKey())
                .param("perProject", scope.perProject())
                .param("subject", scope.subjectId());
    }
}
