package org.regatta.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A competition of any size: evaluation rounds in a row, every juror judging every project with one number. */
final class GeneratedCompetition {

    private static final AtomicInteger COUNT = new AtomicInteger();
    /** Everybody's. */
    static final String PASSWORD = "a generated password";

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

    private final URI base;
    private final JdbcClient jdbc;
    private final int rounds;
    private final String key = "generated-" + COUNT.incrementAndGet();
    private final int projects;
    private final int jurors;
    private final Map<UUID, RegattaClient> clients = new LinkedHashMap<>();
    private RegattaClient admin;
    private UUID competitionId;

    GeneratedCompetition(URI base, JdbcClient jdbc, int rounds, int projects, int jurors) {
        this.base = base;
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.projects = projects;
        this.jurors = jurors;
    }

    /** Imports it, signs everybody in and starts it. */
    void create() {
        var personId = Ids.next();
        jdbc.sql("insert into person (id, email, name, password_hash, created_at) values (?, ?, 'Admin', ?, now())")
                .params(personId, "admin@" + key + ".example", HASH)
                .update();
        jdbc.sql("insert into role_grant (id, person_id, role, granted_at) values (?, ?, 'SUPER_ADMIN', now())")
                .params(Ids.next(), personId)
                .update();
        admin = RegattaClient.signIn(base, "admin@" + key + ".example", PASSWORD);
        var run = RegattaClient.read(
                admin.upload("/api/v1/imports", "files", "generated.zip", zip()).body());
        var path = "/api/v1/imports/" + run.path("id").asText();
        var applied = Awaitility.await("the import")
                .atMost(Duration.ofMinutes(1))
                .until(() -> admin.get(path), one -> !one.path("endedAt").isNull());
        competitionId = UUID.fromString(applied.path("competitionId").asText());
        jdbc.sql("update person set password_hash = ? where password_hash is null")
                .param(HASH)
                .update();
        for (int juror = 1; juror <= jurors; juror++) {
            var email = email(juror);
            clients.put(
                    jdbc.sql("select id from person where email = ?")
                            .param(email)
                            .query(UUID.class)
                            .single(),
                    RegattaClient.signIn(base, email, PASSWORD));
        }
        admin = RegattaClient.signIn(base, "office@" + key + ".example", PASSWORD);
        admin.post("/api/v1/competitions/" + competitionId + "/start", Map.of());
    }

    Map<UUID, RegattaClient> jurors() {
        return clients;
    }

    RegattaClient admin() {
        return admin;
    }

    String status() {
        return jdbc.sql("select status from competition where id = ?")
                .param(competitionId)
                .query(String.class)
                .single();
    }

    private byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "competition.yaml", yaml());
            entry(
                    zip,
                    "projects.csv",
                    "number,title\n"
                            + IntStream.rangeClosed(1, projects)
                                    .mapToObj(number -> number + ",Project " + number)
                                    .collect(Collectors.joining("\n")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String yaml() {
        var panel = IntStream.rangeClosed(1, jurors)
                .mapToObj(juror ->
                        "      - {label: J%d, email: %s, name: Juror %d}\n".formatted(juror, email(juror), juror))
                .collect(Collectors.joining());
        var stages = IntStream.rangeClosed(1, rounds).mapToObj("""
                          - key: round-%1$d
                            name: Round %1$d
                            kind: EVALUATION
                            closesWhenComplete: true
                            rubric: points
                            scoringPolicy: mean
                            juries:
                              - jury: jury
                        """::formatted).collect(Collectors.joining());
        return """
                format: regatta/1
                program: {key: KEY, name: Generated}
                competition: {key: KEY, name: Generated, zone: UTC}
                staff:
                  - {email: office@KEY.example, name: Office, role: PROGRAM_ADMIN}
                rubrics:
                  - key: points
                    name: Points
                    criteria:
                      - {key: points, label: Points, kind: NUMBER, min: 1, max: 25, step: 1}
                scoringPolicies:
                  - key: mean
                    name: Mean
                    policy:
                      aggregate: {kind: MEAN}
                      advance: {kind: BY_HAND}
                juries:
                  - key: jury
                    name: Jury
                    jurors:
                """.replace("KEY", key) + panel + "rounds:\n" + stages;
    }

    private String email(int juror) {
        return "j" + juror + "@" + key + ".example";
    }
}
