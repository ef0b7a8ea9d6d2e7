package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told about every answer. */
final class SecurityHeaders {

    private static final String STRICT = "default-src 'self'; script-src 'self'; style-src 'self'%s; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(contentSecurityPolicy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static HeaderWriter contentSecurityPolicy() {
        return (request, response) -> response.setHeader(
                "Content-Security-Policy", STRICT.formatted(drawsWithStyles(request) ? " 'unsafe-inline'" : ""));
    }

    /** form-js and bpmn-js write styles into what they draw; scripts stay strict there too. */
    private static boolean drawsWithStyles(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/tasks/") || path.startsWith("/models");
    }
}
