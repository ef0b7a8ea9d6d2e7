package org.regatta.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.regatta.workflow.engine.ShippedModels;
import org.regatta.workflow.engine.StepCatalogue;

/**
 * The hardened engine with one shipped model on a database of its own, without the application. Camunda's assertions
 * ({@code assertThat(instance).isWaitingAt("scoreProject")}) work on it. After the last test of the class every sequence
 * flow, boundary event and end event of the model must have been taken, or the class fails.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ModelUnderTest model = ModelUnderTest.of("evaluation/evaluateProject")
 *         .step("recordEvaluatedDelegate", execution -> execution.setVariable("complete", true))
 *         .collection("assignedJurors", "juror1", "juror2")
 *         .standIn("calibration");
 * }</pre>
 */
public final class ModelUnderTest
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private final String model;
    private final Map<String, JavaDelegate> steps = new LinkedHashMap<>();
    private final Map<String, StepCollection> collections = new LinkedHashMap<>();
    private final Map<String, String> standIns = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<Function<DataSource, ProcessEnginePlugin>> plugins = new ArrayList<>();
    private final Map<String, JavaDelegate> thisTime = new HashMap<>();
    private final Map<String, List<String>> elementsThisTime = new HashMap<>();
    private PathCoverage coverage;
    private Class<?> owner;
    private TestEngine running;
    private ProcessEngine engine;

    private ModelUnderTest(String model) {
        this.model = model;
    }

    /** The shipped model {@code processes/<model>.bpmn}. */
    public static ModelUnderTest of(String model) {
        return new ModelUnderTest(model);
    }

    /** A delegate and what it does unless a test says {@link #when} otherwise; those not mentioned do nothing. */
    public ModelUnderTest step(String name, JavaDelegate delegate) {
        steps.put(name, execution -> thisTime.getOrDefault(name, delegate).execute(execution));
        return this;
    }

    /** A collection and its elements unless a test says {@link #whenCollection} otherwise. */
    public ModelUnderTest collection(String name, String... elements) {
        collections.put(name, new StepCollection() {
            @Override
            public int cap() {
                return 20;
            }

            @Override
            public List<String> elements(String businessKey) {
                return elementsThisTime.getOrDefault(name, List.of(elements));
            }
        });
        return this;
    }

    /** Another shipped model the first one calls or asks, as it is; a decision by its file, {@code a/b.dmn}. */
    public ModelUnderTest with(String other) {
        others.add(other);
        return this;
    }

    /** A process in the place of the one called: it waits at {@code standIn} until {@link #finish}. */
    public ModelUnderTest standIn(String processId) {
        standIns.put(processId, resource("standIn.bpmn").replace("PROCESS", processId));
        return this;
    }

    /** A further plugin of the engine; it gets the data source (wrap it for the current transaction). */
    public ModelUnderTest plugin(Function<DataSource, ProcessEnginePlugin> plugin) {
        plugins.add(plugin);
        return this;
    }

    /** What the delegate does in this one test. */
    public void when(String step, JavaDelegate delegate) {
        thisTime.put(step, delegate);
    }

    /** What the collection holds in this one test. */
    public void whenCollection(String collection, String... elements) {
        elementsThisTime.put(collection, List.of(elements));
    }

    /** The running engine. */
    public ProcessEngine engine() {
        return engine;
    }

    /** The engine's database. */
    public DataSource dataSource() {
        return running.dataSource();
    }

    /** Ends all running stand-ins for this process, which may leave variables behind. */
    public void finish(String standIn, Map<String, Object> variables) {
        var runtime = engine.getRuntimeService();
        for (var waiting : runtime.createExecutionQuery()
                .processDefinitionKey(standIn)
                .activityId("standIn")
                .list()) {
            runtime.messageEventReceived("StandInDone", waiting.getId(), variables);
        }
    }

    /** Correlates a message with the process of that business key. */
    public void tell(String message, String businessKey) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlate();
    }

    /** So many days from the engine's time, as engine variables hold dates. */
    public static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }

    /** Runs jobs that are due, and those they bring, until none is left. */
    public void runJobs() {
        var management = engine.getManagementService();
        for (int round = 0; round < 100; round++) {
            var due = management.createJobQuery().executable().list().stream()
                    .filter(job -> job.getProcessInstanceId() != null || job.getProcessDefinitionId() != null)
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            });
        }
        throw new AssertionError("The process goes on making jobs");
    }

    /** Lets time pass for the engine and runs what is due then. */
    public void pass(Duration time) {
        ClockUtil.setCurrentTime(Date.from(now().plus(time)));
        runJobs();
    }

    /** The engine's time. */
    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (engine != null) {
            return;
        }
        owner = context.getRequiredTestClass();
        coverage = new PathCoverage(model.substring(model.lastIndexOf('/') + 1));
        plugins.add(source -> coverage);
        running = TestEngine.start(catalogue(), plugins, List.of());
        engine = running.engine();
        deploy();
    }

    private StepCatalogue catalogue() {
        models().values()
                .forEach(content -> DELEGATE.matcher(new String(content, UTF_8))
                        .results()
                        .map(hit -> hit.group(1))
                        .filter(name -> !steps.containsKey(name))
                        .forEach(name -> step(name, execution -> {})));
        return StepCatalogue.of(steps, collections);
    }

    private static String resource(String name) {
        try (var stream = ModelUnderTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> models() {
        var shipped = ShippedModels.onClassPath().models();
        var models = new LinkedHashMap<String, byte[]>();
        standIns.forEach((id, content) -> models.put(id + ".bpmn", content.getBytes(UTF_8)));
        Stream.concat(others.stream(), Stream.of(model))
                .map(name -> name.endsWith(".dmn") ? name : name + ".bpmn")
                .forEach(name -> {
                    if (!shipped.containsKey(name)) {
                        throw new AssertionError("There is no processes/" + name);
                    }
                    models.put(name, shipped.get(name));
                });
        return models;
    }

    private void deploy() {
        var deployment = engine.getRepositoryService().createDeployment().name("test");
        models().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        coverage.started(context.getRequiredTestMethod().getName());
        BpmnAwareTests.init(engine);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test over", true, true, true));
        thisTime.clear();
        elementsThisTime.clear();
        ClockUtil.reset();
        BpmnAwareTests.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass() != owner) {
            return;
        }
        try {
            coverage.requireAll(owner, engine.getRepositoryService());
        } finally {
            running.close();
            engine = null;
        }
    }
}
