package org.regatta.ops.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regatta.ops.SystemHealth;

class HealthControllerTest {

    @ParameterizedTest
    @CsvSource({"OK, 200, ok", "DEGRADED, 200, degraded", "DOWN, 503, down"})
    void answers503OnlyWhileRegattaCannotWork(SystemHealth.State state, int status, String word) {
        var health = mock(SystemHealth.class);
        when(health.report()).thenReturn(new SystemHealth.Report(state, Map.of("database", "up")));

        var response = new HealthController(health).health();

        assertThat(response.getStatusCode().value()).isEqualTo(status);
        assertThat(response.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(response.getBody()).isEqualTo(new HealthController.HealthView(word, Map.of("database", "up")));
    }
}
