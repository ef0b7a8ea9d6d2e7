package org.regatta.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.regatta.shared.web.ConnectSources;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.stereotype.Component;

/**
 * What browsers are told about every answer, whoever gives it: it stands before every filter that refuses. Templates find
 * the nonce of the answer's scripts as {@code scriptNonce}. See docs/adr/0009.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends HeaderWriterFilter {

    private static final String NONCE = "scriptNonce";
    private static final int NONCE_BYTES = 18;

    private static final String POLICY = "default-src 'none'; script-src %s; script-src-attr 'none'; "
            + "style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'%s; "
            + "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final SecureRandom random = new SecureRandom();

    SecurityHeaders() {
        super(writers());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        request.setAttribute(NONCE, Base64.getEncoder().encodeToString(nonce));
        super.doFilterInternal(request, response, chain);
    }

    private static List<HeaderWriter> writers() {
        var opener = new CrossOriginOpenerPolicyHeaderWriter();
        opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        var resource = new CrossOriginResourcePolicyHeaderWriter();
        resource.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
        return List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new PermissionsPolicyHeaderWriter(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"),
                opener,
                resource,
                SecurityHeaders::contentSecurityPolicy);
    }

    /** Comes last: by now it is said whether the answer may be kept, and what may be kept runs nothing. */
    private static void contentSecurityPolicy(HttpServletRequest request, HttpServletResponse response) {
        var caching = response.getHeader(HttpHeaders.CACHE_CONTROL);
        var once = caching != null && caching.contains("no-store");
        var store = ConnectSources.of(request); // of the page that uploads files
        response.setHeader(
                "Content-Security-Policy",
                POLICY.formatted(
                        once ? "'nonce-" + request.getAttribute(NONCE) + "'" : "'none'",
                        store == null ? "" : " " + store));
    }
}
