package org.regatta.identity.web;

import org.regatta.shared.web.ConnectSources;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told about every answer. */
final class SecurityHeaders {

    /** No nonces: nothing at all is inline, see docs/adr/0009. */
    private static final String STRICT = "default-src 'none'; script-src 'self'; script-src-attr 'none'; "
            + "style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'%s; "
            + "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

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
        return (request, response) -> {
            var store = ConnectSources.of(request); // of the page that uploads files
            response.setHeader("Content-Security-Policy", STRICT.formatted(store == null ? "" : " " + store));
        };
    }
}
