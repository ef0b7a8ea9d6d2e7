package org.regatta.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.workflow.gate.SampleModels.spoil;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.regatta.workflow.engine.ShippedModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Models over HTTP, as XML and as an upload. */
@RegattaTest
class ModelApiIT {

    @LocalServerPort
    int port;

    @Autowired
    ShippedModels shipped;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    private String calibration() {
        return new String(shipped.models().get("ranking/calibration.bpmn"), UTF_8);
    }

    private HttpResponse<String> send(Role role, String path, String type, String body) throws Exception {
        var person = people.ensure(new NewPerson(role + "-" + UUID.randomUUID() + "@regatta.example", "Somebody"));
        people.grant(person, role, null, null);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/models" + path))
                .header(
                        "Authorization",
                        "Bearer " + tokens.issue(person, "test", null).secret())
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> xml(Role role, String path, String body) throws Exception {
        return send(role, path + "?name=calibration.bpmn", "application/xml", body);
    }

    /** Calibration with one thing in it that is refused, and where a finding says it is. */
    private enum Refused {
        SCRIPT("${calibrateScoresDelegate}", "${''.getClass()}", "calibrateScores"),
        ENDLESS_LOOP(
                "sourceRef=\"calibrateScores\" targetRef=\"approveRanking\"",
                "sourceRef=\"calibrateScores\" targetRef=\"isRankingApproved\"",
                "isRankingApproved"),
        DOCUMENT_TYPE(
                "<bpmn:definitions ",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:/etc/hosts\">]><bpmn:definitions ",
                "file"),
        FORM_HANDLER(
                "<bpmn:userTask id=\"approveRanking\"",
                "<bpmn:userTask id=\"approveRanking\" camunda:formHandlerClass=\"java.util.ArrayList\"",
                "approveRanking"),
        NO_XML("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "A model", "file");

        private final String good;
        private final String bad;
        private final String place;

        Refused(String good, String bad, String place) {
            this.good = good;
            this.bad = bad;
            this.place = place;
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersWhatTheGateRefusesWith422AndTheFindings(Refused refused) throws Exception {
        var model = spoil(calibration(), refused.good, refused.bad);

        for (var path : new String[] {"", "/check"}) {
            var answer = xml(Role.SUPER_ADMIN, path, model);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            var problem = new ObjectMapper().readTree(answer.body());
            assertThat(problem.path("code").asText()).isEqualTo("modelRefused");
            assertThat(problem.path("findings").findValuesAsText("place"))
                    .anyMatch(place -> place.matches("line \\d+, " + refused.place));
            assertThat(problem.path("findings").get(0).path("remedy").asText()).isNotBlank();
        }
    }

    @Test
    void saysThatAGoodModelHasNoFindings() throws Exception {
        var answer = xml(Role.SUPER_ADMIN, "/check", calibration());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"findings\":[]}");
    }

    @Test
    void deploysAnUploadedFile() throws Exception {
        var upload = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"calibration.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + calibration() + "\r\n--x--\r\n";

        var answer = send(Role.SUPER_ADMIN, "", "multipart/form-data; boundary=x", upload);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/models/calibration");
    }

    @Test
    void answersAJurorWith403() throws Exception {
        assertThat(xml(Role.JURY_MEMBER, "", calibration()).statusCode()).isEqualTo(403);
        assertThat(xml(Role.JURY_MEMBER, "/check", calibration()).statusCode()).isEqualTo(403);
    }

    @Test
    void letsWhoRunsCompetitionsCheckAModelButNotDeployOneForEverybody() throws Exception {
        assertThat(xml(Role.PROGRAM_ADMIN, "/check", calibration()).statusCode())
                .isEqualTo(200);
        assertThat(xml(Role.PROGRAM_ADMIN, "", calibration()).statusCode()).isEqualTo(403);
    }

    @Test
    void namesWhatIsTooLarge() throws Exception {
        var answer = xml(Role.SUPER_ADMIN, "", calibration() + " ".repeat(2 * 1024 * 1024));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("larger than 1 MiB");
    }
}
