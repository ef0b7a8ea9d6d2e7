package org.regatta.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regatta.RegattaTest;
import org.regatta.audit.verify.Verifier;
import org.regatta.deliberation.DecisionsApproved;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegattaTest
class AuditPagesIT {

    record KnotTied(UUID knotId, UUID competitionId, String remark, UUID actor, Instant occurredAt)
            implements DomainEvent {

        @Override
        public String type() {
            return "course.knotTied";
        }

        @Override
        public String subject() {
            return knotId.toString();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private final UUID programId = Ids.next();
    private final UUID competitionId = Ids.next();
    private UUID admin;
    private UUID observer;

    @BeforeEach
    void aCompetition() {
        jdbc.sql("insert into program (id, key, name) values (:id, :key, 'Program')")
                .param("id", programId)
                .param("key", programId.toString())
                .update();
        jdbc.sql("""
                        insert into competition (id, program_id, key, name, zone, status, created_at)
                        values (:id, :program, 'one', 'Knots 2026', 'UTC', 'DRAFT', now())
                        """).param("id", competitionId).param("program", programId).update();
        admin = person("Ada Admin", Role.PROGRAM_ADMIN);
        observer = person("Otto Observer", Role.OBSERVER);
    }

    @Test
    void showsFindsAndGivesAwayWhatTheViewerMayRead() throws Exception {
        for (int n = 0; n < 51; n++) {
            events.publishEvent(new KnotTied(Ids.next(), competitionId, "=HYPERLINK(1)", admin, Instant.EPOCH));
        }
        var otto = signedIn(observer);

        var page = otto.get("/audit?type=course.knotTied&competition=" + competitionId);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ada Admin", "Knots 2026", "Verify everything", "&amp;before=");
        assertThat(page.body().split("<details class=\"rg-entry\"", -1))
                .as("fifty entries")
                .hasSize(51);
        assertThat(otto.get("/audit?type=course.knotTied&sort=WHEN&descending=false&competition=" + competitionId)
                        .body())
                .as("the earliest first, and on the next page what came later")
                .contains("aria-sort=\"ascending\"", "sort=WHEN&amp;before=", "Later", "Action:", "Knots 2026")
                .contains("/audit?type=course.knotTied&amp;sort=WHEN");
        assertThat(otto.get("/audit?person=Nobody+of+That+Name&competition=" + competitionId)
                        .body())
                .contains("Nothing found");

        assertThat(otto.get("/audit?type=identity.signedIn&person=" + observer).body())
                .as("who signed in, by name where ids stand in the log")
                .contains("<span class=\"rg-clip\">Otto Observer</span>");

        var csv = otto.get("/audit.csv?type=course.knotTied&competition=" + competitionId);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(csv.body().lines()).hasSize(52);
        assertThat(csv.body()).doesNotContain(",=").doesNotContain(",\"=");
        assertThat(otto.get("/competitions/" + competitionId + "/history").statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("""
                                select details ->> 'kind' || ' ' || (details ->> 'rows') from audit_entry
                                 where type = 'identity.personalDataRead' and actor_id = :me order by id""").param("me", observer).query(String.class).list())
                .as("what others did, and not the own look at it")
                .containsExactly("audit.page 50", "audit.page 50", "audit.csv 51", "audit.history 51");
    }

    @Test
    void givesObserversABundleThatProvesItselfAndACheckpointToKeep(@TempDir Path folder) throws Exception {
        events.publishEvent(new KnotTied(Ids.next(), competitionId, "reef", admin, Instant.EPOCH));
        events.publishEvent(new KnotTied(Ids.next(), null, "not for observers of one program", admin, Instant.EPOCH));
        var checkpoint = download(observer, "/api/v1/audit/checkpoint", folder.resolve("checkpoint.txt"));
        var bundle = download(observer, "/api/v1/audit/bundle", folder.resolve("bundle.zip"));

        assertThat(Verifier.run(bundle.toString(), "--checkpoint", checkpoint.toString()))
                .startsWith("As sealed: entries ")
                .contains("withheld");
        var younger = download(observer, "/api/v1/audit/checkpoint", folder.resolve("younger.txt"));
        assertThat(Verifier.run(bundle.toString(), "--checkpoint", younger.toString()))
                .startsWith("NOT AS SEALED. The end was cut off")
                .contains("fetched after the bundle", "fetch the bundle anew");
    }

    @Test
    void verifiesEverythingWhenAsked() throws Exception {
        var otto = signedIn(observer);

        assertThat(otto.post("/audit/verify", Map.of("_csrf", otto.csrf("/audit")))
                        .statusCode())
                .isEqualTo(302);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(otto.get("/audit").body())
                        .contains("Sealed up to entry", "are as they were written"));
    }

    @Test
    void countsOnlyTheCompetitionsWhoseHistoryTheObserverReads() throws Exception {
        var elsewhere = Ids.next();
        jdbc.sql("insert into program (id, key, name) values (:id, :key, 'Elsewhere')")
                .param("id", elsewhere)
                .param("key", elsewhere.toString())
                .update();
        jdbc.sql("""
                        insert into competition (id, program_id, key, name, zone, status, created_at)
                        values (:id, :program, 'two', 'Sails 2026', 'UTC', 'DRAFT', now())
                        """).param("id", Ids.next()).param("program", elsewhere).update();
        people.grant(observer, Role.JURY_MEMBER, elsewhere, null);

        assertThat(signedIn(observer).get("/observe").body())
                .contains("One competition to read", "Knots 2026")
                .doesNotContain("Sails 2026");
    }

    @Test
    void asksForMoreOfANameThatTooManyPeopleHave() throws Exception {
        people.ensureAll(IntStream.range(0, 201)
                .mapToObj(
                        at -> new NewPerson("q" + at + "." + competitionId + "@example.org", "Quill " + competitionId))
                .toList());
        var otto = signedIn(observer);

        var page = otto.get("/audit?person=quill+" + competitionId);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("More than 200 people have this in their name.", "value=\"quill " + competitionId);
        assertThat(otto.get("/audit.csv?person=quill+" + competitionId).statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesWhatARoleMayNotDo() throws Exception {
        var ann = person("Ann Applicant", Role.APPLICANT);
        var applicant = signedIn(ann);
        assertThat(applicant.get("/audit").statusCode()).isEqualTo(403);
        assertThat(applicant.get("/audit.csv").statusCode()).isEqualTo(403);
        assertThat(applicant.get("/audit/bundle.zip").statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select subject from audit_entry where type = 'identity.attemptDenied' and actor_id = :ann"
                                + " order by id")
                        .param("ann", ann)
                        .query(String.class)
                        .list())
                .as("written down, once each")
                .containsExactly("/audit", "/audit.csv", "/audit/bundle.zip");

        var organiser = signedIn(admin);
        assertThat(organiser.get("/audit").body()).doesNotContain("Verify everything");
        assertThat(organiser.get("/audit/bundle.zip").statusCode()).isEqualTo(403);
        assertThat(organiser.get("/audit/checkpoint.txt").statusCode()).isEqualTo(403);
        assertThat(organiser
                        .post("/audit/verify", Map.of("_csrf", organiser.csrf("/audit")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsAwardMastersWhatWasDecidedAndNothingElse() throws Exception {
        var arno = person("Arno Awards", Role.AWARD_MASTER);
        events.publishEvent(new KnotTied(Ids.next(), competitionId, "bowline", admin, Instant.EPOCH));
        events.publishEvent(new KnotTied(Ids.next(), competitionId, "his own", arno, Instant.EPOCH));
        var round = Ids.next();
        events.publishEvent(new DecisionsApproved(round, List.of(), competitionId, admin, Instant.EPOCH));
        events.publishEvent(new DecisionsApproved(Ids.next(), List.of(), Ids.next(), admin, Instant.EPOCH));
        var browser = signedIn(arno);

        var page = browser.get("/audit");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Decisions approved", "Ada Admin", "href=\"/audit\"")
                .doesNotContain("bowline", "his own", "Verify everything", "course.knotTied", "/audit/bundle.zip");
        assertThat(page.body().split("<details class=\"rg-entry\"", -1))
                .as("one entry")
                .hasSize(2);
        assertThat(browser.get("/audit.csv").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(round.toString());
        var secret = tokens.issue(arno, "test", null).secret();
        assertThat(browser.get("/api/v1/audit", "Authorization", "Bearer " + secret)
                        .body())
                .contains(round.toString())
                .doesNotContain("bowline", "his own");
        for (var path : List.of("/audit/bundle.zip", "/audit/checkpoint.txt", "/observe")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void answersProgramsPartByPart() throws Exception {
        for (int n = 0; n < 3; n++) {
            events.publishEvent(new KnotTied(Ids.next(), competitionId, "bowline", admin, Instant.EPOCH));
        }
        var secret = tokens.issue(observer, "test", null).secret();
        var browser = new Browser(port);

        var answer =
                browser.get("/api/v1/audit?size=2&competition=" + competitionId, "Authorization", "Bearer " + secret);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"next\":\"", "bowline", "Ada Admin")
                .doesNotContain("\"address\"");
        assertThat(browser.get("/api/v1/audit/seal", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(200);
    }

    private UUID person(String name, Role role) {
        var id = people.ensure(new NewPerson(name.replace(' ', '.') + "." + competitionId + "@example.org", name));
        people.setPassword(id, "calm-water-2026");
        people.grant(id, role, programId, null);
        return id;
    }

    private Browser signedIn(UUID person) throws Exception {
        var browser = new Browser(port);
        browser.signIn(people.byIds(Set.of(person)).get(person).email(), "calm-water-2026");
        return browser;
    }

    private Path download(UUID person, String path, Path file) throws Exception {
        var secret = tokens.issue(person, "download", null).secret();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + secret)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofFile(file));
            assertThat(answer.statusCode()).isEqualTo(200);
            return file;
        }
    }
}
