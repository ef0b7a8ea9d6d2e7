package org.regatta.ops.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of the configured proxies, and of nobody else. The host is
 * never taken from a forwarded header.
 */
final class TrustedProxies extends ValveBase {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final int HTTPS = 443;

    /** Written as numbers: a name would be looked up. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9a-fA-F]*:[0-9a-fA-F:.]{1,44}");

    private final List<NetMask> proxies;

    /**
     * Trusts these addresses and ranges.
     *
     * @throws IllegalArgumentException naming the first that is neither
     */
    TrustedProxies(List<String> proxies) {
        super(true);
        this.proxies = proxies.stream().map(String::strip).map(NetMask::new).toList();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (trusts(request.getRemoteAddr())) {
            believe(request);
        }
        getNext().invoke(request, response);
    }

    private void believe(Request request) {
        var client = client(values(request, FOR));
        if (client != null) {
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
        }
        var protocols = values(request, PROTO);
        if (!protocols.isEmpty() && protocols.getLast().equalsIgnoreCase("https")) {
            request.setSecure(true);
            request.getCoyoteRequest().scheme().setString("https");
            request.getCoyoteRequest().setServerPort(HTTPS);
        }
    }

    /** The last hop that is no proxy of ours; what stands before it could be anybody's invention. */
    private @Nullable String client(List<String> hops) {
        String client = null;
        for (var at = hops.size() - 1; at >= 0; at--) {
            if (!NUMBERS.matcher(hops.get(at)).matches()) {
                break;
            }
            client = hops.get(at);
            if (!trusts(client)) {
                break;
            }
        }
        return client;
    }

    private boolean trusts(@Nullable String address) {
        if (address == null || proxies.isEmpty() || !NUMBERS.matcher(address).matches()) {
            return false;
        }
        try {
            var there = InetAddress.getByName(address);
            return proxies.stream().anyMatch(proxy -> proxy.matches(there));
        } catch (UnknownHostException malformed) {
            return false;
        }
    }

    private static List<String> values(Request request, String header) {
        var values = new ArrayList<String>();
        for (var line : Collections.list(request.getHeaders(header))) {
            for (var value : line.split(",")) {
                values.add(value.strip());
            }
        }
        return values;
    }
}
