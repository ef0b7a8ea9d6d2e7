package org.regatta.ops.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

@RegattaTest
class HealthIT {

    @Autowired
    private TestRestTemplate http;

    @Test
    void worksInPartWhileTheObjectStoreAndTheMailServerAreDead() {
        var response = get("/api/health");

        assertThat(response.getStatusCode().value()).isEqualTo(200);
        assertThat(response.getBody())
                .containsEntry("status", "degraded")
                .containsEntry("components", Map.of("database", "up", "objectStore", "down", "mail", "down"));
    }

    @Test
    void tellsTheProbesAndNobodyMore() {
        assertThat(get("/actuator/health/liveness").getStatusCode().value()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").getStatusCode().value()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").getBody()).containsOnlyKeys("status");
        assertThat(get("/actuator/env").getStatusCode().is4xxClientError()).isTrue();
        assertThat(get("/actuator/metrics").getStatusCode().is4xxClientError()).isTrue();
    }

    private ResponseEntity<Map<String, Object>> get(String path) {
        return http.exchange(path, HttpMethod.GET, null, new ParameterizedTypeReference<>() {});
    }
}
