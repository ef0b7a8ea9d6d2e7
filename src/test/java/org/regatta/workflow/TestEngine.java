package org.regatta.workflow;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.regatta.TestDatabase;
import org.regatta.workflow.engine.EngineHardening;
import org.regatta.workflow.engine.ModelChecks;
import org.regatta.workflow.engine.ShippedModels;
import org.regatta.workflow.engine.StepCatalogue;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The hardened engine on a database of its own, without the application and without a job executor. */
public record TestEngine(ProcessEngine engine, HikariDataSource dataSource) implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Starts an engine whose models may name {@code catalogue}; {@code plugins} come before or after the hardening. */
    public static TestEngine start(
            StepCatalogue catalogue,
            List<Function<DataSource, ProcessEnginePlugin>> before,
            List<ProcessEnginePlugin> after) {
        var database = TestDatabase.fresh();
        var dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(database.url());
        dataSource.setUsername(database.user());
        dataSource.setPassword(database.password());
        dataSource.setMaximumPoolSize(4);
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("test" + COUNT.incrementAndGet());
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(new DataSourceTransactionManager(dataSource));
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setDefaultNumberOfRetries(3);
        var plugins = new ArrayList<ProcessEnginePlugin>();
        before.forEach(plugin -> plugins.add(plugin.apply(dataSource)));
        plugins.add(new EngineHardening(catalogue, new ModelChecks(catalogue, ShippedModels.onClassPath())));
        plugins.addAll(after);
        configuration.setProcessEnginePlugins(plugins);
        try {
            return new TestEngine(configuration.buildProcessEngine(), dataSource);
        } catch (RuntimeException refused) {
            dataSource.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        engine.close();
        dataSource.close();
    }
}
