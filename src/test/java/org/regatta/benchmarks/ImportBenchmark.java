package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.number;
import static org.regatta.benchmarks.Figures.perSecond;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.postgresql.PGConnection;
import org.regatta.identity.Acting;
import org.regatta.imports.ImportFile;
import org.regatta.imports.ImportState;
import org.regatta.imports.Imports;
import org.regatta.imports.NewImport;
import org.regatta.imports.bundle.Bundles;
import org.regatta.project.NewProject;
import org.regatta.project.Projects;
import org.regatta.shared.Ids;

/**
 * Importing a bundle with its projects, unpacked, checked, applied and audited; and only writing the checked projects;
 * both against COPY of the same teams and projects into the same tables.
 */
final class ImportBenchmark {

    private static final int ROWS = 10_000;
    private static final int TIMES = 3;
    private static final double PEER_ROWS_PER_SECOND = 278;
    private static final String SUMMARY = "What it does, at some length: " + "lorem ipsum dolor sit amet ".repeat(8);

    private final RunningRegatta regatta;
    private final Figures figures;

    ImportBenchmark(RunningRegatta regatta, Figures figures) {
        this.regatta = regatta;
        this.figures = figures;
    }

    void run() {
        var admin = Season.of(regatta.jdbc(), 1, 3).adminId;
        Acting.as(admin);
        imported(ROWS / 10);
        var small = median(n -> imported(ROWS / 10));
        var big = median(n -> imported(ROWS));
        var entered = median(n -> entered());
        Acting.asNobody();
        var copied = median(n -> copied());
        var floor = perSecond(ROWS / copied) + ", COPY";
        var goal = 10 * PEER_ROWS_PER_SECOND;
        figures.row(
                "import 10,000 projects, validated and audited",
                "%s rows (%s s)".formatted(perSecond(ROWS / big), number(big)),
                floor,
                number(copied / big),
                "≥ 2,780 rows/s (10 × the peer's 278)",
                ROWS / big >= goal);
        figures.atLeast(
                "the same: writing the rows alone", perSecond(ROWS / entered) + " rows", floor, copied / entered, 0.2);
        figures.atMost(
                "the same: time per row, 10,000 / 1,000 rows",
                number(big / ROWS * 1e6) + " µs",
                number(small / (ROWS / 10.0) * 1e6) + " µs",
                big / ROWS / (small / (ROWS / 10.0)),
                1.3);
    }

    private interface Run {
        long nanos(int number);
    }

    private static double median(Run run) {
        var sorted =
                LongStream.range(0, TIMES).map(n -> run.nanos((int) n)).sorted().toArray();
        return sorted[TIMES / 2] / 1e9;
    }

    /** As the import itself says: from being taken to its end, without the wait before. */
    private long imported(int rows) {
        var imports = regatta.bean(Imports.class);
        var csv = new StringBuilder("number,title,summary,category,country,team\n");
        for (int i = 1; i <= rows; i++) {
            csv.append("P%d,Project %d,\"%s\",music,PL,Team %d\n".formatted(i, i, SUMMARY, i));
        }
        var files = Bundles.small()
                .with(
                        "competition.yaml",
                        "{key: tests, name: Tests}",
                        "{key: bench-" + UUID.randomUUID() + ", name: B}")
                .file("projects.csv", csv.toString())
                .without("recusals.csv")
                .without("scores.csv")
                .files()
                .stream()
                .map(file -> new ImportFile(file.name(), () -> new ByteArrayInputStream(file.bytes())))
                .toList();
        var id = imports.submit(new NewImport(null, false, files));
        var done = Awaitility.await("the import")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .pollInSameThread()
                .until(() -> imports.get(id), view -> view.state().ended());
        if (done.state() != ImportState.APPLIED) {
            throw new IllegalStateException("import " + done);
        }
        return Duration.between(done.startedAt(), done.endedAt()).toNanos();
    }

    private long entered() {
        var season = Season.of(regatta.jdbc(), 1, 3);
        var wanted = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i ->
                        new NewProject("P" + i, "Project " + i, SUMMARY, "music", "PL", "Team " + i, List.of(), true))
                .toList();
        return Times.of(() -> regatta.bean(Projects.class).enterAll(season.competitionId, wanted));
    }

    private long copied() {
        var season = Season.of(regatta.jdbc(), 1, 3);
        var teams = new StringBuilder();
        var projects = new StringBuilder();
        for (int i = 1; i <= ROWS; i++) {
            var team = Ids.next();
            teams.append("%s\t%s\tTeam %d\n".formatted(team, season.competitionId, i));
            projects.append("%s\t%s\t%s\tP%d\tProject %d\t%s\tmusic\tPL\tSUBMITTED\tnow\tnow\n"
                    .formatted(Ids.next(), season.competitionId, team, i, i, SUMMARY));
        }
        return Times.of(() -> copy(teams.toString(), projects.toString()));
    }

    private void copy(String teams, String projects) {
        try (var connection = regatta.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            copies.copyIn("copy team (id, competition_id, name) from stdin", new StringReader(teams));
            copies.copyIn(
                    "copy project (id, competition_id, team_id, number, title, summary, category, country, status,"
                            + " submitted_at, created_at) from stdin",
                    new StringReader(projects));
            connection.commit();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
