package org.regatta.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/**
 * Measures what Regatta must bear, each figure beside its floor in the same run and database, prints the table and
 * writes it into {@code docs/benchmarks.md}. Run by {@code mvn test-compile exec:exec@benchmarks}.
 */
public final class RegattaBenchmark {

    private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");
    private static final String BEGIN = "<!-- results -->";
    private static final String END = "<!-- end of results -->";

    private final Figures figures = new Figures();

    private final Set<String> wanted;

    private RegattaBenchmark(Set<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * Runs all steps and writes the table, or runs those named and prints it; ends with 1 if a step broke. Missed goals
     * do not count as broken: the table tells them.
     *
     * @param args {@code all}, or steps between commas
     */
    public static void main(String[] args) throws IOException {
        var benchmark = new RegattaBenchmark(Set.of(args[0].split(",")));
        benchmark.run();
        System.exit(benchmark.figures.failures() == 0 ? 0 : 1);
    }

    private void run() throws IOException {
        var loadBefore = load();
        var start = System.nanoTime();
        try (var regatta = RunningRegatta.start();
                var bare = BareEngine.on(regatta.database()).deployed()) {
            step("inbox", () -> new InboxBenchmark(regatta, figures).run());
            var opening = new OpeningBenchmark(regatta, bare, figures);
            step("rounds", () -> rounds(regatta, bare, opening));
            step("audit", () -> audit(regatta, bare, opening));
            step("import", () -> new ImportBenchmark(regatta, figures).run());
            step("sign-in", () -> new SignInBenchmark(regatta, figures).run());
            step("cold start", () -> new ColdStartBenchmark(regatta, figures).run());
            report(machine(regatta, loadBefore, (System.nanoTime() - start) / 1_000_000_000) + "\n\n"
                    + figures.table());
        }
    }

    private void rounds(RunningRegatta regatta, BareEngine bare, OpeningBenchmark opening) {
        var big = opening.run();
        var small = opening.open(100);
        var submit = new SubmitBenchmark(regatta, bare, figures);
        step("submit", () -> submit.run(big));
        step("sizes", () -> submit.compareSizes(big, small));
        step("ranking", () -> new RankingBenchmark(regatta, figures).run(big));
    }

    private void audit(RunningRegatta regatta, BareEngine bare, OpeningBenchmark opening) throws IOException {
        var audit = new AuditBenchmark(regatta, figures);
        audit.cost(new SubmitBenchmark(regatta, bare, figures).alone(opening.open(100)));
        audit.verify();
    }

    private interface Step {
        void run() throws Exception;
    }

    /** One broken step does not keep the others from being measured. */
    private void step(String name, Step step) {
        if (!wanted.contains("all") && !wanted.contains(name)) {
            return;
        }
        var start = System.nanoTime();
        try {
            step.run();
        } catch (Exception failure) {
            failure.printStackTrace();
            figures.failed(name, failure);
        }
        System.out.printf("-- %s: %d s%n", name, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String machine(RunningRegatta regatta, double loadBefore, long seconds) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d GB memory, %s %s, Java %s, %s. Load average %.1f before and %.1f after a run of %d s"
                        + " (%s).",
                LocalDate.now(ZoneOffset.UTC),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                system.getName(),
                system.getVersion(),
                Runtime.version(),
                regatta.databaseWords(),
                loadBefore,
                load(),
                seconds,
                loadBefore > system.getAvailableProcessors()
                        ? "**other work kept the machine busy: absolute figures are noisy, ratios count**"
                        : "the machine was otherwise idle");
    }

    private void report(String results) throws IOException {
        System.out.println("\n" + results);
        if (!wanted.contains("all")) {
            return;
        }
        var text = Files.readString(DOCUMENT);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(DOCUMENT + " lost its markers " + BEGIN + " and " + END);
        }
        Files.writeString(DOCUMENT, text.substring(0, begin + BEGIN.length()) + "\n\n" + results + text.substring(end));
    }
}
