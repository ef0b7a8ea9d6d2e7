package org.regatta.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.regatta.workflow.engine.statements.EngineStatements;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hardened engine's parts as beans; the starter makes the engine out of them. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Makes the engine wait for Flyway; listed in {@code META-INF/spring.factories}. */
    static final class AfterDatabase extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

        @Override
        protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
            return Set.of(ProcessEngine.class);
        }
    }

    @Bean
    StepCatalogue stepCatalogue(ListableBeanFactory beans) {
        return StepCatalogue.of(beans);
    }

    @Bean
    ShippedModels shippedModels() {
        return ShippedModels.onClassPath();
    }

    @Bean
    ModelChecks modelChecks(StepCatalogue steps, ShippedModels shipped) {
        return new ModelChecks(steps, shipped);
    }

    /** Static: it begins before other beans are made. */
    @Bean
    static EngineStatements engineStatements() {
        return new EngineStatements();
    }

    @Bean
    EngineHardening engineHardening(StepCatalogue steps, ModelChecks checks) {
        return new EngineHardening(steps, checks);
    }
}
