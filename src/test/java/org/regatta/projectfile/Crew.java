package org.regatta.projectfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.regatta.Api;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.file.Samples;
import org.regatta.identity.Role;
import org.regatta.project.NewProject;
import org.regatta.project.Projects;
import org.springframework.context.ApplicationContext;

/** A team that writes its project while the call is open, and adds files over the REST API and the wire. */
final class Crew {

    static final byte[] PDF = Samples.pdf();
    /** What announces {@link #PDF} as a presentation. */
    static final String PLAN = announcement(PDF.length);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Scene scene;
    final UUID call;
    final UUID project;
    final Api team;

    Crew(ApplicationContext context) {
        scene = new Scene(context);
        call = scene.round("call", RoundKind.INTAKE);
        sql("update competition set status = 'RUNNING' where id = ?", scene.competitionId);
        sql("update round set status = 'OPEN', opened_at = now() where id = ?", call);
        var member = scene.person("member", Role.APPLICANT);
        project = scene.bean(Projects.class)
                .enter(
                        scene.competitionId,
                        new NewProject("TP-7", "Ledger", "", null, "FR", "Ledger Crew", List.of(member), false));
        team = new Api(context, member);
    }

    /** What announces a presentation of this many bytes. */
    static String announcement(long sizeBytes) {
        return "{'type':'PRESENTATION','name':'Crew plan.pdf','sizeBytes':%d}".formatted(sizeBytes);
    }

    String files() {
        return "/projects/" + project + "/files";
    }

    String file(String id) {
        return files() + "/" + id;
    }

    Api.Answer handsIn() {
        return team.post("/projects/" + project + "/submit", "");
    }

    String announced(String body) {
        var answer = team.post(files(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    String uploaded(String body) throws IOException, InterruptedException {
        var id = announced(body);
        send(id, PDF);
        settles(id, "CHECKED");
        return id;
    }

    /** A web page that calls itself a PDF. */
    String refused() throws IOException, InterruptedException {
        var page = announced(announcement(Samples.html().length));
        send(page, Samples.html());
        settles(page, "REFUSED");
        return page;
    }

    private void send(String id, byte[] content) throws IOException, InterruptedException {
        for (var part : team.get(file(id) + "/parts").json().path("missing")) {
            put(part.path("address").asText(), content);
        }
        var completed = team.post(file(id) + "/complete", "");
        assertThat(completed.status()).as(completed.text()).isEqualTo(200);
    }

    private void settles(String id, String state) {
        Awaitility.await(state)
                .atMost(Duration.ofSeconds(20))
                .until(() -> team.get(file(id)).json().path("state").asText().equals(state));
    }

    String link(Api api, String file) {
        return api.get(file(file) + "/link").json().path("address").asText();
    }

    void sql(String statement, Object... values) {
        scene.rows().sql(statement).params(List.of(values)).update();
    }

    static void put(String address, byte[] content) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .PUT(BodyPublishers.ofByteArray(content))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    static byte[] get(String address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
                .body();
    }
}
