package org.regatta.workflow.engine.statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The engine's own SQL statements, read from its 900 KB of XML on a thread of their own as soon as the application knows
 * its beans. The engine would read them when its turn comes, a quarter of all the work of a start, while the second
 * processor has nothing to do. What is read is what {@code ProcessEngineConfigurationImpl.initSqlSessionFactory} of
 * Camunda 7.24 reads for PostgreSQL without a table prefix, in transactions that Spring begins and ends.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class EngineStatements extends AbstractProcessEnginePlugin implements BeanFactoryPostProcessor {

    private static final String DATABASE = "postgres";
    private static final String NO_PREFIX = "";

    private final CompletableFuture<Configuration> statements = new CompletableFuture<>();

    /** Begins to read; the engine waits for the end. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        statements.completeAsync(
                EngineStatements::read,
                task -> Thread.ofPlatform().name("engine-statements").daemon().start(task));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (!DATABASE.equals(engine.getDatabaseType())
                || !NO_PREFIX.equals(engine.getDatabaseTablePrefix())
                || !engine.isTransactionsExternallyManaged()
                || engine.getJdbcStatementTimeout() != null) {
            throw new IllegalStateException("The engine's statements were read for PostgreSQL, without a table prefix,"
                    + " without a time-out and for Spring's transactions; the engine is configured differently");
        }
        var configuration = statements.join();
        configuration.setEnvironment(
                new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
        if (engine.isJdbcBatchProcessing()) {
            configuration.setDefaultExecutorType(ExecutorType.BATCH);
        }
        engine.setSqlSessionFactory(new DefaultSqlSessionFactory(configuration));
    }

    private static Configuration read() {
        var reader = Thread.currentThread();
        reader.setContextClassLoader(new ElementPaths.Loader(reader.getContextClassLoader()));
        var properties = new Properties();
        properties.put("prefix", NO_PREFIX);
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, NO_PREFIX, DATABASE);
        try (var mappings = Resources.getResourceAsStream(
                ProcessEngineConfigurationImpl.class.getClassLoader(),
                ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE)) {
            return new XMLConfigBuilder(mappings, "", properties).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
