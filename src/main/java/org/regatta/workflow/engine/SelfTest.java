package org.regatta.workflow.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;

/** Tries at start what an attacker would try, harmlessly; the engine does not start when anything gets through. */
final class SelfTest {

    private static final String SCRIPT = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
              <bpmn:process id="probe" isExecutable="true">
                <bpmn:scriptTask id="probeScript" scriptFormat="juel"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>
              </bpmn:process>
            </bpmn:definitions>
            """;

    /** Names a schema that is nowhere: where schemas are fetched, the parser goes on without it. */
    private static final String FOREIGN_SCHEMA = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:probe="urn:probe"
                              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:probe"
                              xsi:schemaLocation="urn:probe http://127.0.0.1:9/probe.xsd">
              <bpmn:message id="probe" name="probe">
                <bpmn:extensionElements><probe:probe/></bpmn:extensionElements>
              </bpmn:message>
            </bpmn:definitions>
            """;

    /** Declares an entity and does not use it: what may be declared may be used. */
    private static final String FOREIGN_ENTITY = """
            <!DOCTYPE probe [<!ENTITY probe SYSTEM "http://127.0.0.1:9/probe.txt">]>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:probe"/>
            """;

    private final ProcessEngineConfigurationImpl configuration;

    SelfTest(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /**
     * Runs every probe.
     *
     * @throws IllegalStateException naming the probes that got through
     */
    void run() {
        var through = new ArrayList<String>();
        configuration.getCommandExecutorTxRequired().execute(commandContext -> {
            through.addAll(through(probes()));
            return null;
        });
        if (!(configuration.getDeployers().get(0) instanceof GateDeployer)) {
            through.add("the gate is not the first deployer");
        }
        if (configuration.isCmmnEnabled()) {
            through.add("CMMN is on");
        }
        if (configuration.isEnableXxeProcessing()) {
            through.add("external entities are read");
        }
        if (configuration.isEnableExpressionsInStoredQueries()) {
            through.add("expressions in stored queries are on");
        }
        if (configuration.isJavaSerializationFormatEnabled()) {
            through.add("Java serialisation is on");
        }
        if (!through.isEmpty()) {
            throw new IllegalStateException(
                    "The engine is not hardened and does not start: " + String.join("; ", through));
        }
    }

    private Map<String, Runnable> probes() {
        var probes = new LinkedHashMap<String, Runnable>();
        probes.put("an expression calls a method", () -> evaluate("${''.getClass()}"));
        probes.put("an expression reads a property of an object", () -> evaluate("${''.class}"));
        probes.put("an expression reads an element", () -> evaluate("${''['class']}"));
        probes.put("an expression calls a function", () -> evaluate("${now()}"));
        probes.put("an expression finds a bean", () -> evaluate("${dataSource}"));
        probes.put("an expression finds the bean factory", () -> evaluate("${processEngine}"));
        probes.put("a script is made", () -> configuration.getScriptFactory().createScriptFromSource("juel", "${1}"));
        probes.put(
                "a script engine is found",
                () -> configuration.getScriptEngineResolver().getScriptEngine("juel", false));
        probes.put(
                "a class is made into an object",
                () -> configuration.getArtifactFactory().getArtifact(ArrayList.class));
        probes.put(
                "a decision uses JUEL", () -> configuration.getDmnElProvider().createExpression("${1}"));
        probes.put(
                "a variable holds an object",
                () -> configuration
                        .getVariableSerializers()
                        .findSerializerForValue(
                                Variables.objectValue(new ArrayList<>()).create()));
        probes.put("a query evaluates an expression", () -> count(tasks().taskAssigneeExpression("${'nobody'}")));
        probes.put(
                "an alternative of a query calls a method",
                () -> count(
                        tasks().or().taskAssigneeExpression("${''.toString()}").endOr()));
        probes.put("a model fetches a schema", () -> parse(FOREIGN_SCHEMA));
        probes.put("a model declares an external entity", () -> parse(FOREIGN_ENTITY));
        probes.put("the gate lets a script through", () -> deploy(SCRIPT));
        probes.put("the gate lets a foreign schema through", () -> deploy(FOREIGN_SCHEMA));
        probes.put("the gate lets an external entity through", () -> deploy(FOREIGN_ENTITY));
        return probes;
    }

    private TaskQuery tasks() {
        return configuration.getTaskService().createTaskQuery();
    }

    /** In the command that is running: in one of its own, the refusal would be logged as an error at every start. */
    private static void count(TaskQuery query) {
        ((TaskQueryImpl) query).evaluateExpressionsAndExecuteCount(Context.getCommandContext());
    }

    private static List<String> through(Map<String, Runnable> probes) {
        return probes.entrySet().stream()
                .filter(probe -> getsThrough(probe.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean getsThrough(Runnable probe) {
        try {
            probe.run();
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private void evaluate(String expression) {
        configuration.getExpressionManager().createExpression(expression).getValue(null);
    }

    /** What the engine's own parser does with a model; the gate is not asked. */
    private void parse(String model) {
        new BpmnParser(configuration.getExpressionManager(), configuration.getBpmnParseFactory())
                .createParse()
                .sourceString(model)
                .execute();
    }

    private void deploy(String model) {
        var resource = new ResourceEntity();
        resource.setName("probe.bpmn");
        resource.setBytes(model.getBytes(StandardCharsets.UTF_8));
        var deployment = new DeploymentEntity();
        deployment.setNew(true);
        deployment.addResource(resource);
        configuration.getDeployers().get(0).deploy(deployment);
    }
}
