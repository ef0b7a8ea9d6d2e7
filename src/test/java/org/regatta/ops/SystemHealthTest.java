package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SystemHealthTest {

    @ParameterizedTest
    @CsvSource({
        "up, up, up, OK",
        "up, down, up, DEGRADED",
        "up, up, down, DEGRADED",
        "up, down, down, DEGRADED",
        "down, up, up, DOWN",
        "down, down, down, DOWN"
    })
    void isDownWithoutTheDatabaseAndDegradedWithoutTheRest(
            String database, String objectStore, String mail, SystemHealth.State state) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(HealthEndpointAutoConfiguration.class))
                .withBean("dbHealthIndicator", HealthIndicator.class, () -> indicator(database))
                .withBean("objectStoreHealthIndicator", HealthIndicator.class, () -> indicator(objectStore))
                .withBean("mailHealthIndicator", HealthIndicator.class, () -> indicator(mail))
                .withBean(SystemHealth.class)
                .run(context -> assertThat(context.getBean(SystemHealth.class).report())
                        .isEqualTo(new SystemHealth.Report(
                                state, Map.of("database", database, "objectStore", objectStore, "mail", mail))));
    }

    @Test
    void takesAPartThatNobodyLooksAfterAsDown() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(HealthEndpointAutoConfiguration.class))
                .withBean("dbHealthIndicator", HealthIndicator.class, () -> indicator("up"))
                .withBean("objectStoreHealthIndicator", HealthIndicator.class, () -> indicator("up"))
                .withBean(SystemHealth.class)
                .run(context -> assertThat(
                                context.getBean(SystemHealth.class).report().parts())
                        .containsEntry("mail", "down"));
    }

    private static HealthIndicator indicator(String state) {
        return () -> Health.status("up".equals(state) ? "UP" : "DOWN").build();
    }
}
