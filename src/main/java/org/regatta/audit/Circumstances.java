package org.regatta.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The request in which something happens.
 *
 * @param requestId as in the log and in the answer's {@code X-Request-Id}; null outside of a request
 * @param via from which address and with which browser; empty outside of a request
 */
record Circumstances(@Nullable UUID requestId, ObjectNode via) {

    private static final String LOG_KEY = "requestId";
    private static final int LONGEST_AGENT = 200;

    /** Those of the work on this thread. */
    static Circumstances now() {
        var via = JsonNodeFactory.instance.objectNode();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            via.put("address", request.getRemoteAddr());
            var agent = request.getHeader(HttpHeaders.USER_AGENT);
            if (agent != null && !agent.isBlank()) {
                via.put("agent", agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
            }
        }
        var id = MDC.get(LOG_KEY);
        return new Circumstances(id == null ? null : UUID.fromString(id), via);
    }
}
