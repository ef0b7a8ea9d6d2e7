package org.regatta.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Service;

/** Says whether everything that Regatta needs answers. Checks no rights: it tells nothing but up and down. */
@Service
public class SystemHealth {

    /** How well Regatta is. */
    public enum State {
        /** Everything answers. */
        OK,
        /** Regatta works, but files or mails wait. */
        DEGRADED,
        /** The database does not answer. */
        DOWN
    }

    /**
     * The answer to a health check.
     *
     * @param parts database, objectStore and mail: {@code up} or {@code down}
     */
    public record Report(State state, Map<String, String> parts) {}

    private static final String DATABASE = "database";

    /** Our word for a part, and the name of its health indicator. */
    private static final List<Map.Entry<String, String>> PARTS =
            List.of(Map.entry(DATABASE, "db"), Map.entry("objectStore", "objectStore"), Map.entry("mail", "mail"));

    private final HealthEndpoint endpoint;

    SystemHealth(HealthEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Asks every part now; takes as long as the slowest part's time-outs together. */
    public Report report() {
        Map<String, String> parts = new LinkedHashMap<>();
        PARTS.forEach(part -> parts.put(part.getKey(), isUp(part.getValue()) ? "up" : "down"));
        State state;
        if ("down".equals(parts.get(DATABASE))) {
            state = State.DOWN;
        } else {
            state = parts.containsValue("down") ? State.DEGRADED : State.OK;
        }
        return new Report(state, parts);
    }

    private boolean isUp(String indicator) {
        var health = endpoint.healthForPath(indicator);
        return health != null && Status.UP.equals(health.getStatus());
    }
}
