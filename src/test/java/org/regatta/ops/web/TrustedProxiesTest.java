package org.regatta.ops.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Tomcat whose only client, this test, has the address 127.0.0.1. */
class TrustedProxiesTest {

    @TempDir
    Path directory;

    private final Tomcat tomcat = new Tomcat();

    /** Says what it believes of a request. */
    private static final class Mirror extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(request.getRemoteAddr() + " " + request.getScheme() + " " + request.isSecure() + " "
                            + request.getServerName());
        }
    }

    @AfterEach
    void stops() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void believesNobodyWhereNobodyIsTrusted() throws Exception {
        assertThat(seen(List.of(), "X-Forwarded-For", "8.8.8.8", "X-Forwarded-Proto", "https"))
                .isEqualTo("127.0.0.1 http false 127.0.0.1");
    }

    @Test
    void believesNobodyButTheProxy() throws Exception {
        assertThat(seen(List.of("10.0.0.0/8"), "X-Forwarded-For", "8.8.8.8", "X-Forwarded-Proto", "https"))
                .isEqualTo("127.0.0.1 http false 127.0.0.1");
    }

    @Test
    void takesTheLastHopThatIsNoProxyOfOurs() throws Exception {
        var proxies = List.of("127.0.0.1", "10.0.0.0/8", "2001:db8::/32");

        start(proxies);
        assertThat(ask("X-Forwarded-For", "8.8.8.8", "X-Forwarded-Proto", "https"))
                .isEqualTo("8.8.8.8 https true 127.0.0.1");
        assertThat(ask("X-Forwarded-For", "6.6.6.6, 8.8.8.8, 10.1.1.1"))
                .as("what a client invents stands further left")
                .startsWith("8.8.8.8 http false");
        assertThat(ask("X-Forwarded-For", "6.6.6.6", "X-Forwarded-For", "9.9.9.9, 2001:db8::7"))
                .startsWith("9.9.9.9 ");
        assertThat(ask("X-Forwarded-For", "10.2.2.2")).startsWith("10.2.2.2 ");
        assertThat(ask("X-Forwarded-For", "evil.example")).startsWith("127.0.0.1 ");
        assertThat(ask("X-Forwarded-For", "6.6.6.6, 1.2.3.4.5")).startsWith("127.0.0.1 ");
        assertThat(ask("X-Forwarded-For", "")).startsWith("127.0.0.1 ");
        assertThat(ask("X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example;for=6.6.6.6"))
                .isEqualTo("127.0.0.1 http false 127.0.0.1");
        assertThat(ask("X-Forwarded-Proto", "https, http")).startsWith("127.0.0.1 http false");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/99")));
    }

    private String seen(List<String> proxies, String... headers) throws Exception {
        start(proxies);
        return ask(headers);
    }

    private void start(List<String> proxies) throws LifecycleException {
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        tomcat.getEngine().getPipeline().addValve(new TrustedProxies(proxies));
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "mirror", new Mirror());
        context.addServletMappingDecoded("/", "mirror");
        tomcat.start();
    }

    private String ask(String... headers) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/"))
                    .headers(headers)
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
