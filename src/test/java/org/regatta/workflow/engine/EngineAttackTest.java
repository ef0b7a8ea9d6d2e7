package org.regatta.workflow.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.regatta.workflow.gate.SampleModels.decision;
import static org.regatta.workflow.gate.SampleModels.process;
import static org.regatta.workflow.gate.SampleModels.spoil;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regatta.workflow.TestEngine;

/**
 * The same attacks straight at the engine. Each is tried twice: at the engine as it is, and at one whose gate was taken
 * out, to show that the layer behind the gate holds by itself.
 */
class EngineAttackTest {

    private static final String OPEN_BALLOT = "camunda:delegateExpression=\"${openBallotDelegate}\"";
    private static final AtomicInteger MADE = new AtomicInteger();

    private static TestEngine guarded;
    private static TestEngine gateless;

    @TempDir
    Path folder;

    /** Counts how often an attacker's class was made. */
    public static final class Trap implements JavaDelegate {

        public Trap() {
            MADE.incrementAndGet();
        }

        @Override
        public void execute(DelegateExecution execution) {
            MADE.incrementAndGet();
        }
    }

    @BeforeAll
    static void start() {
        JavaDelegate nothing = execution -> {};
        var steps = StepCatalogue.of(Map.of("openBallotDelegate", nothing, "remindVotersDelegate", nothing), Map.of());
        guarded = TestEngine.start(steps, List.of(), List.of());
        gateless = TestEngine.start(steps, List.of(), List.of());
        var cache = configuration(gateless).getDeploymentCache();
        var deployers = new ArrayList<>(configuration(gateless).getDeployers());
        assertThat(deployers.remove(0)).isInstanceOf(GateDeployer.class);
        cache.setDeployers(deployers);
    }

    @AfterAll
    static void stop() {
        guarded.close();
        gateless.close();
    }

    private static ProcessEngineConfigurationImpl configuration(TestEngine engine) {
        return (ProcessEngineConfigurationImpl) engine.engine().getProcessEngineConfiguration();
    }

    private static void deploy(TestEngine engine, String name, String content) {
        engine.engine()
                .getRepositoryService()
                .createDeployment()
                .addInputStream(name, new ByteArrayInputStream(content.getBytes(UTF_8)))
                .deploy();
    }

    private static void assertBothRefuse(String name, String content) {
        assertThatThrownBy(() -> deploy(guarded, name, content)).isInstanceOf(ModelRefused.class);
        assertThat(catchThrowable(() -> deploy(gateless, name, content)))
                .as("without the gate")
                .isNotNull()
                .isNotInstanceOf(ModelRefused.class);
        assertThat(gateless.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .count())
                .isZero();
    }

    private String command(Path witness) {
        return "${\"\".getClass().forName(\"java.lang.Runtime\").getMethods()[6].invoke(null).exec(\"touch " + witness
                + "\")}";
    }

    private static String escaped(String text) {
        return text.replace("\"", "&quot;");
    }

    @Test
    void runsNoOperatingSystemCommandOfACondition() {
        var witness = folder.resolve("condition");

        assertBothRefuse(
                "countVotes.bpmn",
                spoil(process(), "${confirmed == true and (votes &gt;= 3 or not late)}", escaped(command(witness))));

        assertThat(witness).doesNotExist();
    }

    @Test
    void runsNoOperatingSystemCommandOfAName() {
        var witness = folder.resolve("name");

        assertBothRefuse(
                "countVotes.bpmn",
                spoil(process(), "name=\"Confirm tally\"", "name=\"" + escaped(command(witness)) + "\""));

        assertThat(witness).doesNotExist();
    }

    @Test
    void runsNoShellTask() {
        assertBothRefuse(
                "countVotes.bpmn",
                spoil(process(), OPEN_BALLOT, "camunda:type=\"shell\"")
                        .replace(
                                "<camunda:failedJob",
                                "<camunda:field name=\"command\"><camunda:string>touch</camunda:string></camunda:field><camunda:failedJob"));
    }

    @Test
    void runsNoScriptOfItsOwnJuelEngine() {
        assertBothRefuse(
                "countVotes.bpmn",
                process()
                        .replaceFirst(
                                "<bpmn:serviceTask id=\"openBallot\"[^>]*>",
                                "<bpmn:scriptTask id=\"openBallot\" scriptFormat=\"juel\"><bpmn:script>\\${1}</bpmn:script>")
                        .replaceFirst("</bpmn:serviceTask>", "</bpmn:scriptTask>"));
        assertThatThrownBy(() -> configuration(guarded).getScriptFactory().createScriptFromSource("juel", "${1}"))
                .hasMessageContaining("refused");
        assertThatThrownBy(
                        () -> configuration(guarded).getScriptEngineResolver().getScriptEngine("juel", false))
                .hasMessageContaining("refused");
    }

    @Test
    void makesNoObjectOfAClassAModelNames() {
        var trap = Trap.class.getName();

        assertBothRefuse(
                "countVotes.bpmn",
                spoil(
                        process(),
                        OPEN_BALLOT,
                        "xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"" + trap + "\""));
        assertBothRefuse("countVotes.bpmn", spoil(process(), OPEN_BALLOT, "camunda:class=\"" + trap + "\""));
        assertThatThrownBy(() -> configuration(guarded).getArtifactFactory().getArtifact(Trap.class))
                .hasMessageContaining("refused");

        assertThat(MADE).hasValue(0);
    }

    @Test
    void runsNoConstructorOfAFormHandler() {
        assertBothRefuse(
                "countVotes.bpmn",
                spoil(
                        process(),
                        "camunda:formRef=\"confirmTally\"",
                        "camunda:formHandlerClass=\"" + Trap.class.getName() + "\""));
        assertBothRefuse(
                "countVotes.bpmn",
                spoil(process(), "name=\"Votes due\"", "camunda:formHandlerClass=\"" + Trap.class.getName() + "\""));

        assertThat(MADE).hasValue(0);
    }

    @Test
    void fetchesNoSchemaAndNoEntity() throws IOException {
        try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            var address = "http://127.0.0.1:" + listening.getLocalPort() + "/BPMN20.xsd";

            assertBothRefuse(
                    "countVotes.bpmn",
                    spoil(
                                    process(),
                                    "id=\"countVotesDefinitions\"",
                                    "xmlns:evil=\"urn:evil\" id=\"countVotesDefinitions\" xsi:schemaLocation=\"urn:evil "
                                            + address + "\"")
                            .replace("<bpmn:message ", "<evil:a/><bpmn:message "));
            assertBothRefuse(
                    "countVotes.bpmn",
                    spoil(
                                    process(),
                                    "<bpmn:definitions",
                                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + address + "\">]><bpmn:definitions")
                            .replace("Opens the ballot.", "&x;"));

            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void evaluatesNoExpressionOfAQuery() {
        var witness = folder.resolve("query");
        var tasks = guarded.engine().getTaskService();

        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(command(witness))
                        .endOr()
                        .list())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .taskAssigneeExpression("${dataSource}")
                        .list())
                .isInstanceOf(RuntimeException.class);

        assertThat(witness).doesNotExist();
    }

    @Test
    void asksNoDecisionInJuelOrGroovy() {
        var witness = folder.resolve("decision");
        for (var language : List.of("juel", "groovy")) {
            var spoiled = spoil(
                            decision(),
                            "<inputExpression ",
                            "<inputExpression expressionLanguage=\"" + language + "\" ")
                    .replace(">votes<", ">" + escaped(command(witness)) + "<");
            assertThatThrownBy(() -> deploy(guarded, "ballotRoute.dmn", spoiled))
                    .isInstanceOf(ModelRefused.class);
            var refused = catchThrowable(() -> {
                deploy(gateless, "ballotRoute.dmn", spoiled);
                gateless.engine()
                        .getDecisionService()
                        .evaluateDecisionTableByKey("ballotRoute", Variables.putValue("votes", 1));
            });
            assertThat(refused).isNotNull().isNotInstanceOf(ModelRefused.class);
            gateless.engine()
                    .getRepositoryService()
                    .createDeploymentQuery()
                    .list()
                    .forEach(deployment ->
                            gateless.engine().getRepositoryService().deleteDeployment(deployment.getId(), true));
        }
        assertThat(witness).doesNotExist();
    }

    @Test
    void asksADecisionInFeel() {
        deploy(guarded, "ballotRoute.dmn", decision());

        var route = guarded.engine()
                .getDecisionService()
                .evaluateDecisionTableByKey("ballotRoute", Variables.putValue("votes", 7));

        assertThat(route.getSingleEntry().toString()).isEqualTo("count");
    }

    @Test
    void hasNoCaseModels() {
        assertThat(configuration(guarded).isCmmnEnabled()).isFalse();
        assertThatThrownBy(() -> deploy(guarded, "a.cmmn", "<definitions/>")).isInstanceOf(ModelRefused.class);
    }

    @Test
    void storesNoObjectsInVariables() {
        var tasks = guarded.engine().getTaskService();
        tasks.saveTask(tasks.newTask("plain"));
        var serialised = Variables.serializedObjectValue(
                        "rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0eIHSHZnHYZ0DAAFJAARzaXpleHAAAAAAdwQAAAAAeA==")
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                .objectTypeName("java.util.ArrayList")
                .create();

        for (var object : List.of(serialised, new ArrayList<>(List.of("a")), new byte[] {1})) {
            assertThatThrownBy(() -> tasks.setVariable("plain", "object", object))
                    .isInstanceOf(ProcessEngineException.class);
        }
        tasks.setVariable("plain", "scalar", "a");
        assertThat(tasks.getVariables("plain")).containsOnlyKeys("scalar");
    }
}
