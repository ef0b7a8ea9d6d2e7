package org.regatta.workflow.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
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
            probes().forEach((name, probe) -> {
                if (getsThrough(probe)) {
                    through.add(name);
                }
            });
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
        probes.put("the gate lets a script through", this::deployScript);
        return probes;
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

    private void deployScript() {
        var resource = new ResourceEntity();
        resource.setName("probe.bpmn");
        resource.setBytes(SCRIPT.getBytes(StandardCharsets.UTF_8));
        var deployment = new DeploymentEntity();
        deployment.setNew(true);
        deployment.addResource(resource);
        configuration.getDeployers().get(0).deploy(deployment);
    }
}
