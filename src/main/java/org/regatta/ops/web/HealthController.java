package org.regatta.ops.web;

import java.util.Locale;
import java.util.Map;
import org.regatta.ops.SystemHealth;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container's health check and the monitoring ask. */
@RestController
class HealthController {

    private final SystemHealth health;

    HealthController(SystemHealth health) {
        this.health = health;
    }

    /** 200 while Regatta can work, if only in part; 503 without its database. */
    @GetMapping("/api/health")
    ResponseEntity<HealthView> health() {
        var report = health.report();
        var status = report.state() == SystemHealth.State.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new HealthView(report.state().name().toLowerCase(Locale.ROOT), report.parts()));
    }

    /**
     * The answer on the wire.
     *
     * @param status ok, degraded or down
     */
    record HealthView(String status, Map<String, String> components) {}
}
