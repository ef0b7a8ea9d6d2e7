package org.regatta.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.regatta.RegattaApplication;
import org.regatta.TestDatabase;
import org.regatta.workflow.Processes;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole application on a PostgreSQL that writes to the disk as in production. Its job executor and the sweep over
 * rounds are at rest: a measurement runs them itself, so that no waiting is measured.
 */
final class RunningRegatta implements AutoCloseable {

    private static final Pattern SETTING = Pattern.compile("\"-c\", \"(\\w+)=([^\"]+)\"");

    private final EmbeddedPostgres server;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private RunningRegatta(EmbeddedPostgres server, TestDatabase database, ConfigurableApplicationContext context) {
        this.server = server;
        this.database = database;
        this.context = context;
    }

    static RunningRegatta start() throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                // the library's defaults are those of a test that throws its data away
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        productionSettings().forEach(builder::setServerConfig);
        var server = builder.start();
        var database = new TestDatabase(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?reWriteBatchedInserts=true",
                "postgres",
                "postgres");
        var context = SpringApplication.run(
                RegattaApplication.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                // twice the cores of the machine the goals are for
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--regatta.password.bcrypt-strength=10",
                "--regatta.evaluation.sweep-interval=PT24H",
                "--regatta.imports.poll=PT0.2S");
        var engine = context.getBean(ProcessEngine.class);
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
        return new RunningRegatta(server, database, context);
    }

    /** The {@code -c name=value} of PostgreSQL in the composition for production. */
    private static Map<String, String> productionSettings() throws IOException {
        var composition = Files.readString(Path.of("docker/docker-compose.yml"));
        var settings = new TreeMap<String, String>();
        var found = SETTING.matcher(composition);
        while (found.find()) {
            settings.put(found.group(1), found.group(2));
        }
        if (settings.isEmpty()) {
            throw new IllegalStateException("docker/docker-compose.yml names no setting of PostgreSQL");
        }
        return settings;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    TestDatabase database() {
        return database;
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    /** Runs a scheduled method once, on this thread. */
    void runJob(String name) {
        bean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks().stream()
                .filter(task -> task.toString().contains(name))
                .findFirst()
                .orElseThrow()
                .getTask()
                .getRunnable()
                .run();
    }

    /** Starts the process of a round and runs the job it begins with. */
    void startRound(String process, Season season, UUID roundId) {
        var key = roundId.toString();
        inTransaction(() -> {
            bean(Processes.class)
                    .start(
                            process,
                            key,
                            Map.of(
                                    "programId", season.programId.toString(),
                                    "competitionId", season.competitionId.toString(),
                                    "roundId", key));
            return key;
        });
        var instance = bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
        var management = bean(ManagementService.class);
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId());
    }

    /** What autovacuum would have done by itself a little later. */
    void settle() {
        jdbc().sql("vacuum analyze").update();
    }

    /** The database's version, and whether it writes to the disk. */
    String databaseWords() {
        return jdbc().sql("""
                        select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)
                            || ', fsync ' || current_setting('fsync')
                            || ', synchronous_commit ' || current_setting('synchronous_commit')""").query(String.class).single();
    }

    @Override
    public void close() throws IOException {
        context.close();
        server.close();
    }
}
