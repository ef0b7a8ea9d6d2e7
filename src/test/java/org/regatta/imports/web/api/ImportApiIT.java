package org.regatta.imports.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.imports.bundle.Bundles;
import org.regatta.imports.run.Zips;
import org.regatta.story.RegattaClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RegattaTest
class ImportApiIT {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    private RegattaClient client;

    @BeforeEach
    void signsIn() {
        var admin = people.ensure(new NewPerson("import-api@regatta.test", "Administrator"));
        people.grant(admin, Role.SUPER_ADMIN, null, null);
        people.setPassword(admin, "a long enough password");
        client = RegattaClient.signIn(
                URI.create("http://localhost:" + port), "import-api@regatta.test", "a long enough password");
    }

    @Test
    void acceptsAZipAndTellsHowFarItHasCome() {
        var bundle = Bundles.small().with("competition.yaml", "key: tests", "key: api").with("projects.csv", "2,Two", "2,");
        var answer = client.upload("/api/v1/imports?dryRun=true", "file", "bundle.zip", Zips.of(bundle.files()));

        assertThat(answer.statusCode()).isEqualTo(202);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(RegattaClient.read(answer.body()).path("dryRun").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> client.get(location).path("state").asText().equals("REFUSED"));
        var findings = client.get(location + "/findings");
        assertThat(findings.path("total").asInt()).isEqualTo(1);
        assertThat(findings.path("items").get(0).path("place").asText()).isEqualTo("projects.csv:3:2");
        assertThat(findings.path("items").get(0).path("remedy").asText()).isNotBlank();
        assertThat(client.attempt(location + "/cancel", "").statusCode()).isEqualTo(409);
    }

    @Test
    void refusesAnUploadThatIsTooLarge() {
        var answer = client.upload("/api/v1/imports", "file", "projects.csv", new byte[24 << 20]);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAnUploadWithoutFiles() {
        var answer = client.upload("/api/v1/imports", "file", "", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
