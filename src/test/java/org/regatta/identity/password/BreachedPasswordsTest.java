package org.regatta.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreachedPasswordsTest {

    /** SHA-1 of "password": 5BAA6 1E4C9B93F3F0682250B6CF8331B7EE68FD8. */
    private static final String REST = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void knowsAPasswordOnTheListAndTellsFiveDigitsOfItsHash() throws Exception {
        var list = answering(200, "003D68EB55068C33ACE09247EE4C639306B:3\r\n" + REST + ":9545824\r\n");

        assertThat(list.contains("password")).isTrue();
        assertThat(asked).containsExactly("/range/5BAA6");
    }

    @Test
    void takesPasswordsThatAreNotOnTheListOrOnlyAsPadding() throws Exception {
        assertThat(answering(200, REST + ":0\r\n").contains("password")).isFalse();
        server.stop(0);
        assertThat(answering(200, REST.substring(1) + ":12\r\n").contains("password"))
                .isFalse();
    }

    @Test
    void forbidsNothingWhereTheListIsDeadSlowTalksNonsenseOrIsOff() throws Exception {
        assertThat(answering(500, REST + ":7").contains("password")).isFalse();
        server.stop(0);
        assertThat(answering(200, "<html>" + "x".repeat(100_000)).contains("password"))
                .isFalse();
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                            .contains("password"))
                    .isFalse();
        }
        assertThat(at(URI.create("http://127.0.0.1:9")).contains("password")).isFalse();
        assertThat(at(null).contains("password")).isFalse();
    }

    private BreachedPasswords answering(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            var bytes = body.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return at(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private static BreachedPasswords at(URI list) {
        return new BreachedPasswords(new PasswordProperties(list, Duration.ofMillis(500)));
    }
}
