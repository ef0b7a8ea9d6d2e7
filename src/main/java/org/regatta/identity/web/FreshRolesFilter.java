package org.regatta.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.regatta.identity.Access;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets {@link Access} keep the viewer's roles for one request, and no longer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FreshRolesFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Access.REQUEST_CACHE, new AtomicReference<>());
        chain.doFilter(request, response);
    }
}
