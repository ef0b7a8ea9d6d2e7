package org.regatta.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The flows that every process instance took, told twice: by {@code flow_taken}, and by what the engine itself keeps of
 * activities. The engine keeps no flows, but an activity with one incoming flow is reached by that flow only; of one with
 * several it is known how often any of them was taken, since every join of the models is exclusive.
 */
final class FlowsInHistory {

    private final JdbcClient jdbc;
    private final RepositoryService models;
    /** By definition and activity: the only flow into it, or where all its flows lead; none for what no flow leads to. */
    private final Map<String, Map<String, String>> waysIn = new HashMap<>();

    FlowsInHistory(JdbcClient jdbc, RepositoryService models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /** How often each instance took each flow, as {@code flow_taken} has it. */
    Map<String, Long> recorded() {
        var taken = new TreeMap<String, Long>();
        jdbc.sql("""
                select f.process_instance_id, p.proc_def_id_, f.flow_id, f.target_id
                from flow_taken f join act_hi_procinst p on p.id_ = f.process_instance_id""").query(row -> {
            var one = waysInto(row.getString("proc_def_id_")).get(row.getString("target_id"));
            var flow = isJoin(one) ? one : row.getString("flow_id");
            taken.merge(row.getString("process_instance_id") + " " + flow, 1L, Long::sum);
        });
        return taken;
    }

    /** The same as the engine has it; an activity that runs several times at once is reached once, as a whole. */
    Map<String, Long> ofEngine() {
        var taken = new TreeMap<String, Long>();
        jdbc.sql("""
                select a.proc_inst_id_, a.proc_def_id_, replace(a.act_id_, '#multiInstanceBody', '') as activity
                from act_hi_actinst a left join act_hi_actinst whole
                    on whole.id_ = a.parent_act_inst_id_ and whole.act_id_ = a.act_id_ || '#multiInstanceBody'
                where whole.id_ is null and a.end_time_ is not null""").query(row -> {
            var flow = waysInto(row.getString("proc_def_id_")).get(row.getString("activity"));
            if (flow != null) {
                taken.merge(row.getString("proc_inst_id_") + " " + flow, 1L, Long::sum);
            }
        });
        return taken;
    }

    /** The flows of each instance of a process, by its id, in the order in which they were recorded. */
    Map<String, List<String>> ofEachInstance(String process) {
        var flows = new TreeMap<String, List<String>>();
        jdbc.sql("""
                select p.id_, coalesce(string_agg(f.flow_id, ' ' order by f.id), '') as flows
                from act_hi_procinst p left join flow_taken f on f.process_instance_id = p.id_
                where p.proc_def_key_ = ? group by p.id_""").param(process).query(row -> {
            flows.put(row.getString("id_"), Arrays.asList(row.getString("flows").split(" ")));
        });
        return flows;
    }

    private static boolean isJoin(String way) {
        return way != null && way.startsWith("into ");
    }

    private Map<String, String> waysInto(String definition) {
        return waysIn.computeIfAbsent(definition, id -> {
            var ways = new HashMap<String, String>();
            for (var node : models.getBpmnModelInstance(id).getModelElementsByType(FlowNode.class)) {
                var flows = List.copyOf(node.getIncoming());
                if (!flows.isEmpty()) {
                    ways.put(node.getId(), flows.size() == 1 ? flows.getFirst().getId() : "into " + node.getId());
                }
            }
            return ways;
        });
    }
}
