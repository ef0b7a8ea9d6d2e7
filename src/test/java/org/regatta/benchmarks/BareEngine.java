package org.regatta.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.regatta.TestDatabase;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The floor: the engine as it comes, in the same database and with full history, without anything of ours: no gate, no
 * inbox, no record of flows, no audit. The process of a project is our own model under another key, with three jurors
 * known beforehand and a last step that does nothing.
 */
final class BareEngine implements AutoCloseable {

    private static final String PROJECT = "bareEvaluateProject";
    private static final String SINGLE = "bareSingleTask";
    private static final List<String> JURORS = List.of(
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString());

    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final TransactionTemplate transactions;

    private BareEngine(HikariDataSource pool, ProcessEngine engine, TransactionTemplate transactions) {
        this.pool = pool;
        this.engine = engine;
        this.transactions = transactions;
    }

    static BareEngine on(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(4);
        var manager = new DataSourceTransactionManager(pool);
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(pool);
        configuration.setTransactionManager(manager);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setDatabaseType("postgres");
        configuration.setHistory("full");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setBeans(
                Map.of("assignedJurors", JURORS, "recordEvaluatedDelegate", (JavaDelegate) execution -> {}));
        var engine = configuration.buildProcessEngine();
        return new BareEngine(pool, engine, new TransactionTemplate(manager));
    }

    /** Starts an engine and ends: the floor of a cold start. */
    public static void main(String[] args) {
        on(new TestDatabase(args[0], args[1], args[2])).close();
    }

    BareEngine deployed() {
        var single = Bpmn.createExecutableProcess(SINGLE)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("task")
                .camundaAssignee("${juror}")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("single.bpmn", single)
                .addString("project.bpmn", ourModel())
                .deploy();
        return this;
    }

    /** Starts the process of that many projects, a chunk to a transaction. */
    void startProjects(int howMany, int chunk) {
        inChunks(howMany, chunk, () -> start(PROJECT, variables()));
    }

    /** Starts that many processes of a single task, a chunk to a transaction: the least that the engine does for a start. */
    void startSingleTasks(int howMany, int chunk) {
        inChunks(howMany, chunk, () -> start(SINGLE, Map.of("juror", JURORS.getFirst())));
    }

    private void inChunks(int howMany, int chunk, Runnable start) {
        for (int from = 0; from < howMany; from += chunk) {
            var size = Math.min(chunk, howMany - from);
            transactions.executeWithoutResult(status -> {
                for (int one = 0; one < size; one++) {
                    start.run();
                }
            });
        }
    }

    private void start(String key, Map<String, Object> variables) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(key, UUID.randomUUID() + ":" + UUID.randomUUID(), variables);
    }

    /** Starts a process with one task, asks for the task, completes it: three transactions. */
    void startQueryComplete() {
        var started = engine.getRuntimeService()
                .startProcessInstanceByKey(SINGLE, UUID.randomUUID().toString(), Map.of("juror", JURORS.getFirst()));
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(started.getId())
                .singleResult();
        engine.getTaskService().complete(task.getId());
    }

    private static Map<String, Object> variables() {
        return Map.of(
                "programId", UUID.randomUUID().toString(),
                "competitionId", UUID.randomUUID().toString(),
                "roundId", UUID.randomUUID().toString(),
                "projectId", UUID.randomUUID().toString(),
                "closesAt", new Date());
    }

    private static String ourModel() {
        try (var model = BareEngine.class.getResourceAsStream("/processes/evaluation/evaluateProject.bpmn")) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("id=\"evaluateProject\"", "id=\"" + PROJECT + "\"")
                    .replace("bpmnElement=\"evaluateProject\"", "bpmnElement=\"" + PROJECT + "\"");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
