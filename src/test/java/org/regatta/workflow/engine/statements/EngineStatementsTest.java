package org.regatta.workflow.engine.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.regatta.workflow.TestEngine;
import org.regatta.workflow.engine.StepCatalogue;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class EngineStatementsTest {

    private final StepCatalogue nothing = StepCatalogue.of(Map.of(), Map.of());

    @Test
    void areThoseThatTheEngineReadsByItself() {
        var ahead = new EngineStatements();
        ahead.postProcessBeanFactory(new DefaultListableBeanFactory());

        try (var byItself = TestEngine.start(nothing, List.of(), List.of());
                var readAhead = TestEngine.start(nothing, List.of(), List.of(ahead))) {
            var expected = statements(byItself);
            var read = statements(readAhead);

            assertThat(read.getMappedStatementNames())
                    .hasSizeGreaterThan(500)
                    .containsExactlyInAnyOrderElementsOf(expected.getMappedStatementNames());
            assertThat(described(read)).containsExactlyInAnyOrderElementsOf(described(expected));
            assertThat(read.getVariables()).isEqualTo(expected.getVariables());
            assertThat(read.getDefaultExecutorType()).isEqualTo(expected.getDefaultExecutorType());
            assertThat(read.getDefaultStatementTimeout()).isEqualTo(expected.getDefaultStatementTimeout());
            assertThat(read.getEnvironment().getTransactionFactory())
                    .hasSameClassAs(expected.getEnvironment().getTransactionFactory());
            assertThat(readAhead.engine().getTaskService().createTaskQuery().count())
                    .isZero();
        }
    }

    @Test
    void refuseAnEngineThatWouldReadOthers() {
        var ahead = new EngineStatements();
        var engine = new SpringProcessEngineConfiguration();
        engine.setDatabaseType("postgres");
        engine.setDatabaseTablePrefix("other.");

        assertThatThrownBy(() -> ahead.preInit(engine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without a table prefix");
    }

    /** Each statement with its kind and what its result is made of. */
    private static List<String> described(Configuration configuration) {
        // the collection holds what stands for a name without its namespace too
        return configuration.getMappedStatementNames().stream()
                .filter(name -> name.contains("."))
                .map(configuration::getMappedStatement)
                .map(statement -> statement.getId()
                        + statement.getSqlCommandType()
                        + statement.getKeyGenerator().getClass()
                        + statement.getSqlSource().getClass()
                        + statement.getResultMaps().stream()
                                .map(results -> results.getId() + results.getMappedProperties())
                                .toList())
                .toList();
    }

    private static Configuration statements(TestEngine test) {
        var configuration = (ProcessEngineConfigurationImpl) test.engine().getProcessEngineConfiguration();
        return configuration.getSqlSessionFactory().getConfiguration();
    }
}
