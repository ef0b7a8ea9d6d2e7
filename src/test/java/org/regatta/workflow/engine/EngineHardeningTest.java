package org.regatta.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regatta.workflow.gate.SampleModels.spoiled;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.regatta.workflow.StepCollection;
import org.regatta.workflow.TestEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

class EngineHardeningTest {

    private static final String EXTERNAL_SCHEMA = "javax.xml.accessExternalSchema";
    private static final List<String> RAN = new ArrayList<>();
    private static final List<String> WITNESSES = new ArrayList<>(List.of("ann", "bob"));

    private static TestEngine test;

    /** Named after the form it needs among those shipped. */
    private record Witnesses() implements StepCollection {
        @Override
        public int cap() {
            return 3;
        }

        @Override
        public List<String> elements(String businessKey) {
            return WITNESSES.stream().map(name -> name + "@" + businessKey).toList();
        }
    }

    @BeforeAll
    static void start() {
        var steps = new HashMap<String, JavaDelegate>();
        steps.put("openBallotDelegate", execution -> RAN.add(execution.getProcessBusinessKey()));
        steps.put("remindVotersDelegate", execution -> {});
        test = TestEngine.start(StepCatalogue.of(steps, Map.of("witnesses", new Witnesses())), List.of(), List.of());
        deploy(test.engine(), shippedForms());
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    /** The sample with user tasks that have a shipped form, calling a shipped process. */
    private static String shippedForms() {
        return spoiled("witnessTally", "scoreProject")
                .replace("confirmTally", "approveRanking")
                .replace("calledElement=\"publishResult\"", "calledElement=\"calibration\"");
    }

    private static void deploy(ProcessEngine engine, String model) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream("countVotes.bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)))
                .deploy();
    }

    private void startAndOpen(String businessKey, Map<String, Object> variables) {
        var instance =
                test.engine().getRuntimeService().startProcessInstanceByKey("countVotes", businessKey, variables);
        var management = test.engine().getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .singleResult()
                .getId());
    }

    @Test
    void runsTheStepsOfTheCatalogueAndNothingAVariablePutsInTheirPlace() {
        startAndOpen("ballot1", Map.of("openBallotDelegate", "something else"));

        assertThat(RAN).contains("ballot1");
    }

    @Test
    void repeatsAStepOverTheElementsOfACollection() {
        startAndOpen("ballot2", Map.of());
        test.engine()
                .getRuntimeService()
                .createMessageCorrelation("VotesIn")
                .processInstanceBusinessKey("ballot2")
                .correlate();

        assertThat(test.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey("ballot2")
                        .list())
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("ann@ballot2", "bob@ballot2");
    }

    @Test
    void refusesACollectionBeyondItsCap() {
        startAndOpen("ballot3", Map.of());
        WITNESSES.addAll(List.of("cyd", "dan"));
        try {
            var correlation = test.engine()
                    .getRuntimeService()
                    .createMessageCorrelation("VotesIn")
                    .processInstanceBusinessKey("ballot3");
            assertThatThrownBy(correlation::correlate).hasStackTraceContaining("at most 3");
        } finally {
            WITNESSES.removeAll(List.of("cyd", "dan"));
        }
    }

    @Test
    void storesTheDocumentThatWasChecked() throws Exception {
        var repository = test.engine().getRepositoryService();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("countVotes")
                .latestVersion()
                .singleResult();
        var stored = repository.getProcessModel(definition.getId()).readAllBytes();
        var checks = new ModelChecks(
                StepCatalogue.of(
                        Map.of(
                                "openBallotDelegate",
                                (JavaDelegate) execution -> {},
                                "remindVotersDelegate",
                                execution -> {}),
                        Map.of("witnesses", new Witnesses())),
                ShippedModels.onClassPath());

        var passed =
                checks.passed(Map.of("countVotes.bpmn", shippedForms().getBytes(StandardCharsets.UTF_8)), repository);

        assertThat(passed.get("countVotes.bpmn")).isEqualTo(stored);
        assertThat(new String(stored, StandardCharsets.UTF_8)).isNotEqualTo(shippedForms());
    }

    @Test
    void refusesACircleOfCallsThroughADeployedProcess() {
        var recursive = shippedForms().replace("calledElement=\"calibration\"", "calledElement=\"countVotes\"");

        assertThatThrownBy(() -> deploy(test.engine(), recursive))
                .isInstanceOfSatisfying(
                        ModelRefused.class,
                        refused -> assertThat(refused.findings())
                                .anySatisfy(
                                        finding -> assertThat(finding.message()).contains("calls itself")));
    }

    @Test
    void bringsNoMoreThanTenThousandResultsIntoMemory() {
        var rows = JdbcClient.create(test.dataSource());
        rows.sql("""
                        insert into act_hi_taskinst (id_, task_def_key_, start_time_)
                        select 'many' || n, 'many', now() from generate_series(1, 10001) n""").update();
        try {
            assertThatThrownBy(() -> many().list())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("more than 10000 results: HistoricTaskInstanceQueryImpl");
            assertThatThrownBy(() -> many().unlimitedList()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> many().listPage(0, 20_000)).isInstanceOf(IllegalStateException.class);
            assertThat(many().listPage(0, 10_000)).hasSize(10_000);
            assertThat(many().listPage(10_000, 10_000)).hasSize(1);
            assertThat(many().count()).isEqualTo(10_001);
            assertThat(many().taskId("many7").singleResult().getId()).isEqualTo("many7");
        } finally {
            rows.sql("delete from act_hi_taskinst where task_def_key_ = 'many'").update();
        }
    }

    private static HistoricTaskInstanceQuery many() {
        return test.engine()
                .getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskDefinitionKey("many");
    }

    /** All protections taken away at once; every probe is about another one. */
    @Test
    void doesNotStartAndNamesEveryProbeThatGetsThrough() {
        var schemas = System.getProperty(EXTERNAL_SCHEMA);
        var steps = StepCatalogue.of(Map.of(), Map.of());
        try {
            assertThatThrownBy(() -> TestEngine.start(steps, List.of(), List.of(hole())))
                    .hasStackTraceContaining("The engine is not hardened and does not start")
                    .hasStackTraceContaining("an expression calls a method")
                    .hasStackTraceContaining("a script is made")
                    .hasStackTraceContaining("a model fetches a schema")
                    .hasStackTraceContaining("a model declares an external entity")
                    .hasStackTraceContaining("a query evaluates an expression")
                    .hasStackTraceContaining("an alternative of a query calls a method")
                    .hasStackTraceContaining("expressions in stored queries are on")
                    .hasStackTraceContaining("the gate is not the first")
                    .hasStackTraceContaining("CMMN is on")
                    .hasStackTraceContaining("Java serialisation is on");
        } finally {
            System.setProperty(EXTERNAL_SCHEMA, schemas);
        }
    }

    private static ProcessEnginePlugin hole() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new JuelExpressionManager());
                configuration.setScriptFactory(new ScriptFactory());
                configuration.setEnableXxeProcessing(true);
                configuration.setEnableExpressionsInAdhocQueries(true);
                configuration.setEnableExpressionsInStoredQueries(true);
                configuration.setCustomPreDeployers(List.of());
                configuration.setCmmnEnabled(true);
                configuration.setJavaSerializationFormatEnabled(true);
                System.setProperty(EXTERNAL_SCHEMA, "all");
            }
        };
    }
}
