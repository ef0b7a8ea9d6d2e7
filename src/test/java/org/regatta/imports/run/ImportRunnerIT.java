package org.regatta.imports.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.imports.ImportFile;
import org.regatta.imports.ImportProperties;
import org.regatta.imports.ImportState;
import org.regatta.imports.ImportView;
import org.regatta.imports.Imports;
import org.regatta.imports.NewImport;
import org.regatta.imports.bundle.Bundles;
import org.regatta.imports.text.RawFile;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens to a run whose node dies, is too slow, or meets nonsense. */
@RegattaTest
class ImportRunnerIT {

    private static final PageRequest FIRST = new PageRequest(0, 200);

    @Autowired
    private Imports imports;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private UUID admin;

    @BeforeEach
    void actsAsAnAdministrator() {
        admin = people.ensure(new NewPerson("imports-admin@regatta.test", "Administrator"));
        people.grant(admin, Role.SUPER_ADMIN, null, null);
        Acting.as(admin);
    }

    @AfterEach
    void actsAsNobody() {
        Acting.asNobody();
    }

    @Test
    void takesARunOfADeadNodeAgainAndAppliesItOnce() {
        var id = imports.submit(new NewImport(null, false, files(small("dead"))));
        var claim = taken(small("dead-too").files(), 1);
        jdbc.sql("update import_run set heartbeat_at = clock_timestamp() - interval '5 minutes' where id = ?")
                .param(claim.id())
                .update();

        assertThat(ended(id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(ended(claim.id()).state()).isEqualTo(ImportState.APPLIED);
        // the dead node was only slow: what it does now must not count
        assertThatThrownBy(() -> runner.run(claim)).isInstanceOf(ImportLost.class);
        assertThat(number(
                        "select count(*) from competition c join program p on p.id = c.program_id where p.key = ?",
                        "dead-too"))
                .isOne();
    }

    @Test
    void undoesARunThatIsCancelledWhileItWorks() {
        var claim = taken(small("cancelled").files(), 1);
        imports.cancel(claim.id());

        assertThatThrownBy(() -> runner.run(claim)).isInstanceOf(ImportLost.class);
        assertThat(imports.get(claim.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(programs("cancelled")).isZero();
    }

    @Test
    void givesUpARunThatKeepsKillingItsNode() {
        var claim = taken(small("killer").files(), 3);
        jdbc.sql("update import_run set heartbeat_at = clock_timestamp() - interval '5 minutes' where id = ?")
                .param(claim.id())
                .update();

        assertThat(ended(claim.id()).state()).isEqualTo(ImportState.FAILED);
        assertThat(programs("killer")).isZero();
    }

    @Test
    void neverThrowsAndNeverWritesHalfOfAMutilatedBundle() {
        var random = new Random(42);
        int applied = 0;
        for (int i = 0; i < 1_000; i++) {
            var originals = small("mutant-" + i).files();
            int victim = random.nextInt(originals.size());
            var files = originals.stream()
                    .map(file -> file == originals.get(victim) ? Bundles.mutilated(file, random) : file)
                    .toList();
            var before = rows();
            var claim = taken(files, 1);
            runner.run(claim);
            var state = imports.get(claim.id()).state();
            if (state == ImportState.APPLIED) {
                applied++;
            } else {
                assertThat(state).isEqualTo(ImportState.REFUSED);
                assertThat(imports.findings(claim.id(), FIRST).items()).isNotEmpty();
                assertThat(rows()).isEqualTo(before);
            }
        }
        assertThat(applied).isBetween(1, 900);
    }

    /** Whoever watches asks the page, as it asks itself, every time the import says how far it has come. */
    @Test
    void movesTheBarOfItsPageWhileRowsAreCheckedAndWritten() throws Exception {
        var rows = 1_200;
        var projects = IntStream.rangeClosed(1, rows).mapToObj(n -> n + ",Project " + n + ",music");
        var claim = taken(
                small("watched")
                        .file("projects.csv", "number,title,category\n" + projects.collect(joining("\n")) + "\n")
                        .without("recusals.csv")
                        .without("scores.csv")
                        .files(),
                1);
        var browser = new Browser(port);
        people.setPassword(admin, "calm-water-2026");
        browser.signIn("imports-admin@regatta.test", "calm-water-2026");
        var bars = new ArrayList<String>();
        ImportRuns watched = mock(ImportRuns.class, call -> {
            var answer = call.getMethod().invoke(runs, call.getArguments());
            if (call.getMethod().getName().equals("progress")) {
                bars.add(bar(browser.get("/imports/" + claim.id()).body()));
            }
            return answer;
        });

        runner(watched).run(claim);

        assertThat(bars)
                .startsWith("Checking every row 0 of 1201")
                .endsWith("Writing 0 of 1200", "Writing 500 of 1200", "Writing 1000 of 1200", "Writing 1200 of 1200")
                .filteredOn(bar -> bar.startsWith("Checking"))
                .hasSizeGreaterThan(1);
        assertThat(browser.get("/imports/" + claim.id()).body())
                .doesNotContain("<progress", "hx-trigger=\"every")
                .contains("/competitions/" + imports.get(claim.id()).competitionId());
    }

    private static String bar(String page) {
        var stage = Pattern.compile("<h2 id=\"progress\">([^<]*)</h2>").matcher(page);
        var bar = Pattern.compile("<progress class=\"rg-bar\" value=\"(\\d+)\" max=\"(\\d+)\"")
                .matcher(page);
        assertThat(page)
                .contains("hx-trigger=\"every 1s\"")
                .containsPattern(stage.pattern())
                .containsPattern(bar.pattern());
        return stage.results().findFirst().orElseThrow().group(1) + " "
                + bar.results()
                        .map(found -> found.group(1) + " of " + found.group(2))
                        .findFirst()
                        .orElseThrow();
    }

    /** One like the application's, that says to others how far it has come. */
    private ImportRunner runner(ImportRuns watched) {
        return new ImportRunner(
                watched,
                context.getBean(Admission.class),
                context.getBean(PlanWriter.class),
                context.getBean(BundleWriter.class),
                context.getBean(Rounds.class),
                context.getBean(ImportProperties.class),
                context.getBean(PlatformTransactionManager.class),
                context,
                context.getBean(Clock.class));
    }

    /** A run that this test holds, as a node would. */
    private ImportClaim taken(List<RawFile> files, int attempts) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into import_run (id, requested_by, dry_run, file_name, state, stage, content, created_at,
                                                started_at, heartbeat_at, attempts, version, summary)
                        values (?, ?, false, 'test', 'RUNNING', 'CHECKING', ?, now(), now(), clock_timestamp(), ?, 1,
                                '{"competition":null,"rounds":0,"juries":0,"jurors":0,"projects":0,"recusals":0,"scores":0}')
                        """).params(id, admin, Zips.of(files), attempts).update();
        return new ImportClaim(id, null, admin, false, attempts, 1);
    }

    private ImportView ended(UUID importId) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .pollInSameThread()
                .until(() -> imports.get(importId), view -> view.state().ended());
    }

    private static Bundles small(String program) {
        return Bundles.small().with("competition.yaml", "{key: tests, name: Tests}", "{key: " + program + ", name: T}");
    }

    private static List<ImportFile> files(Bundles bundle) {
        return files(bundle.files());
    }

    private static List<ImportFile> files(List<RawFile> files) {
        return files.stream()
                .map(file -> new ImportFile(file.name(), () -> new ByteArrayInputStream(file.bytes())))
                .toList();
    }

    private long programs(String key) {
        return number("select count(*) from program where key = ?", key);
    }

    private List<Long> rows() {
        return List.of("program", "competition", "round", "project", "person", "role_grant", "recusal").stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private long number(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
