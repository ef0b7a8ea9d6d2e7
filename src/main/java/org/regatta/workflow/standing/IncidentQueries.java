package org.regatta.workflow.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.IncidentView;
import org.regatta.workflow.IncidentView.Cause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's incidents, each once, where it arose and not where it was passed on to. An incident belongs to a
 * competition by the variables of its instance; they are read instance by instance, for the few there are.
 */
@Component
public class IncidentQueries {

    private static final Pattern DATABASE =
            Pattern.compile("SQL|Jdbc|DataAccess|PersistenceException|OptimisticLocking|CannotAcquireLock|Deadlock");
    private static final Pattern OUTSIDE =
            Pattern.compile("Connect|Timeout|TimedOut|Socket|UnknownHost|HttpClient|ResourceAccess|MailSend|Minio");
    private static final Pattern SETTING = Pattern.compile("org\\.regatta\\.|IllegalArgument|IllegalState|Arithmetic");

    private static final String FROM = """
             from act_ru_incident f
             join act_ru_job j on j.id_ = f.configuration_
             join act_ru_execution i on i.id_ = f.proc_inst_id_
             join act_re_procdef d on d.id_ = f.proc_def_id_
             join act_ru_variable c on c.execution_id_ = f.proc_inst_id_ and c.name_ = 'competitionId'
             left join act_ru_variable r on r.execution_id_ = f.proc_inst_id_ and r.name_ = 'roundId'
             left join act_ru_variable p on p.execution_id_ = f.proc_inst_id_ and p.name_ = 'projectId'
             left join act_ge_bytearray b on b.id_ = j.exception_stack_id_
            where f.id_ = f.root_cause_incident_id_ and f.incident_type_ = 'failedJob' and c.text_ = :competition
              and (cast(:round as text) is null or r.text_ = :round)
              and (cast(:incident as text) is null or f.id_ = :incident)
              and (p.text_ is null or not p.text_ = any(cast(:withheld as text[])))
            """;

    private final JdbcClient jdbc;
    private final RepositoryService repository;

    IncidentQueries(JdbcClient jdbc, RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** The oldest first. */
    public Page<IncidentView> of(
            UUID competitionId, @Nullable UUID roundId, Collection<UUID> withheld, PageRequest page) {
        var total = bound("select count(*)" + FROM, competitionId, roundId, null, withheld)
                .query(Long.class)
                .single();
        if (total == 0) {
            return new Page<>(List.of(), page.number(), page.size(), 0);
        }
        var names = new HashMap<String, Map<String, String>>();
        var items = bound(
                        """
                        select f.id_, d.key_, d.id_ as definition, coalesce(f.failed_activity_id_, f.activity_id_) as step,
                               r.text_ as round, p.text_ as project, f.incident_timestamp_,
                               coalesce(f.incident_msg_, '') as message,
                               coalesce(encode(substring(b.bytes_ from 1 for 4000), 'escape'), '') as stack
                        """ + FROM + " order by f.incident_timestamp_, f.id_ limit :size offset :offset",
                        competitionId,
                        roundId,
                        null,
                        withheld)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> view(row, names))
                .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** The jobs behind them, the oldest first. */
    public List<StoppedJob> stopped(
            UUID competitionId,
            @Nullable UUID roundId,
            @Nullable String incidentId,
            Collection<UUID> withheld,
            int most) {
        return bound(
                        "select f.id_, j.id_ as job, d.key_, coalesce(f.failed_activity_id_, f.activity_id_) as step,"
                                + " i.business_key_" + FROM + " order by f.incident_timestamp_, f.id_ limit :most",
                        competitionId,
                        roundId,
                        incidentId,
                        withheld)
                .param("most", most)
                .query((row, number) -> new StoppedJob(
                        row.getString("id_"),
                        row.getString("job"),
                        row.getString("key_"),
                        row.getString("step"),
                        row.getString("business_key_")))
                .list();
    }

    private JdbcClient.StatementSpec bound(
            String sql,
            UUID competitionId,
            @Nullable UUID roundId,
            @Nullable String incidentId,
            Collection<UUID> withheld) {
        return jdbc.sql(sql)
                .param("competition", competitionId.toString())
                .param("round", roundId == null ? null : roundId.toString())
                .param("incident", incidentId)
                .param("withheld", Ids.texts(withheld));
    }

    private IncidentView view(ResultSet row, Map<String, Map<String, String>> names) throws SQLException {
        var step = row.getString("step");
        var drawn = names.computeIfAbsent(row.getString("definition"), this::names);
        var stack = row.getString("stack");
        return new IncidentView(
                row.getString("id_"),
                row.getString("key_"),
                step,
                drawn.getOrDefault(step, step),
                id(row.getString("round")),
                id(row.getString("project")),
                row.getTimestamp("incident_timestamp_").toInstant(),
                cause(stack.isEmpty() ? row.getString("message") : stack),
                row.getString("message"));
    }

    /** Names as drawn; the engine keeps parsed models. */
    private Map<String, String> names(String definitionId) {
        var names = new HashMap<String, String>();
        for (var element : repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowElement.class)) {
            if (element.getName() != null) {
                names.put(element.getId(), element.getName());
            }
        }
        return names;
    }

    /** By the classes named where it was thrown; what the engine wrapped around it comes first and says nothing. */
    private static Cause cause(String thrown) {
        var heads = thrown.lines()
                .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\\011at "))
                .reduce("", (all, line) -> all + line + "\n");
        if (DATABASE.matcher(heads).find()) {
            return Cause.DATABASE;
        }
        if (OUTSIDE.matcher(heads).find()) {
            return Cause.OUTSIDE;
        }
        return SETTING.matcher(heads).find() ? Cause.SETTING : Cause.UNEXPECTED;
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
