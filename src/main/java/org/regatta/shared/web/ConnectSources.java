package org.regatta.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Servers besides Regatta that the page of one request may talk to; its content security policy names them. */
public final class ConnectSources {

    private static final String ATTRIBUTE = ConnectSources.class.getName();

    private ConnectSources() {}

    /** Lets the page that answers this request talk to the server at this address; call it before the page is written. */
    public static void allow(HttpServletRequest request, URI server) {
        var port = server.getPort() < 0 ? "" : ":" + server.getPort();
        request.setAttribute(ATTRIBUTE, server.getScheme() + "://" + server.getHost() + port);
    }

    /** The origin that was allowed; null: none. */
    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
