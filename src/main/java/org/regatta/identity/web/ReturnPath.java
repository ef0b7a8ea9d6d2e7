package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Remembers over the sign-in which page was wanted. Only own paths: a cookie is input like any other. */
final class ReturnPath {

    static final String COOKIE = "REGATTA_BACK";
    private static final String HOME = "/";
    private static final int MAX_LENGTH = 1_000;
    /** One slash, not two; nothing a browser reads as a slash or drops. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private ReturnPath() {}

    static void remember(HttpServletRequest request, HttpServletResponse response) {
        var wanted = wanted(request);
        if (wanted != null) {
            remember(wanted, request, response);
        }
    }

    /** Remembers a page by its path; nothing where that is not one of ours. */
    static void remember(String wanted, HttpServletRequest request, HttpServletResponse response) {
        if (isOwn(wanted)) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, wanted, Duration.ofMinutes(30)));
        }
    }

    /** The page to go to after the sign-in; the start page where none was wanted. Forgets it. */
    static String take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, name(request));
        if (cookie == null) {
            return HOME;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
        try {
            var path = URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
            return isOwn(path) ? path : HOME;
        } catch (IllegalArgumentException malformed) {
            return HOME;
        }
    }

    static boolean isOwn(String path) {
        return path.length() <= MAX_LENGTH
                && OWN.matcher(path).matches()
                && !path.startsWith("/sign-")
                && !path.startsWith("/error")
                && !path.startsWith("/set-")
                && !path.startsWith("/confirm-sign-in")
                && !path.startsWith("/second-factor");
    }

    /** For htmx the page that asks, not the fragment it asks for; for a form the page it stands on. */
    private static @Nullable String wanted(HttpServletRequest request) {
        var page = request.getHeader("HX-Current-URL");
        if (page == null && !request.getMethod().equals("GET")) {
            page = request.getHeader(HttpHeaders.REFERER);
        }
        if (page != null) {
            try {
                var address = URI.create(page);
                return pathAndQuery(String.valueOf(address.getRawPath()), address.getRawQuery());
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
        return request.getMethod().equals("GET")
                ? pathAndQuery(request.getRequestURI(), request.getQueryString())
                : null;
    }

    private static String pathAndQuery(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }

    private static String cookie(HttpServletRequest request, String path, Duration maxAge) {
        return ResponseCookie.from(name(request), URLEncoder.encode(path, StandardCharsets.UTF_8))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(maxAge)
                .build()
                .toString();
    }

    /** Over TLS under a name that browsers take over TLS from this host only. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }
}
