package org.regatta.ops.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for another host than that of the base URL: nothing is built from the host a request names, and
 * another site's name that was pointed here (DNS rebinding) gets nothing. This machine's own names and health checks pass.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class KnownHostsFilter extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private final String host;
    private final ProblemAnswers answers;

    KnownHostsFilter(AddressProperties properties, ProblemAnswers answers) {
        this.host = properties.baseUrl().getHost().toLowerCase(Locale.ROOT);
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/api/health") || path.startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var named = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        if (named.equals(host) || OWN.contains(named)) {
            chain.doFilter(request, response);
        } else {
            answers.write(request, response, new RequestRejectedException("The request is for another host."));
        }
    }
}
