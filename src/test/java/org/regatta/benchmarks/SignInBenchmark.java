package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.millis;
import static org.regatta.benchmarks.Figures.number;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.springframework.core.env.Environment;

/**
 * How long the door takes to refuse a password and to promise a link, for addresses with an account and without one, in
 * turns over HTTP. What two addresses with an account differ by is noise; more than that would tell who has one.
 */
final class SignInBenchmark {

    private static final int TURNS = 300;
    private static final int WARM_UP = 50;
    /** Of a median, either way. */
    private static final double NOISE = 0.05;

    private final RunningRegatta regatta;
    private final Figures figures;
    private final Browser browser;

    SignInBenchmark(RunningRegatta regatta, Figures figures) {
        this.regatta = regatta;
        this.figures = figures;
        this.browser =
                new Browser(Integer.parseInt(regatta.bean(Environment.class).getRequiredProperty("local.server.port")));
    }

    private interface Ask {
        void at(String address) throws IOException, InterruptedException;
    }

    void run() throws IOException, InterruptedException {
        var people = regatta.bean(People.class);
        people.ensureAll(IntStream.range(0, 2 * (TURNS + WARM_UP))
                .mapToObj(turn -> new NewPerson(known(turn), "Known " + turn))
                .toList());
        people.setMissingPasswords("@known.example", "a benchmark's long password");
        regatta.settle();
        var csrf = browser.csrf("/sign-in");
        compare(
                "refuse a wrong password",
                address -> browser.post(
                        "/sign-in", Map.of("username", address, "password", "wrong password", "_csrf", csrf)));
        compare(
                "promise a link by mail",
                address -> browser.post("/sign-in/send-link", Map.of("username", address, "_csrf", csrf)));
    }

    private void compare(String work, Ask ask) throws IOException, InterruptedException {
        var known = new long[TURNS];
        var others = new long[TURNS];
        var unknown = new long[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            var id = turn + WARM_UP;
            var times = new long[3];
            // each comes first as often as the others
            for (var which : List.of(id % 3, (id + 1) % 3, (id + 2) % 3)) {
                var address = which == 2 ? "nobody" + id + "@known.example" : known(2 * id + which);
                var start = System.nanoTime();
                ask.at(address);
                times[which] = System.nanoTime() - start;
            }
            if (turn >= 0) {
                known[turn] = times[0];
                others[turn] = times[1];
                unknown[turn] = times[2];
            }
        }
        report(work, Times.of(known, 1), Times.of(others, 1), Times.of(unknown, 1));
    }

    private void report(String work, Times known, Times others, Times unknown) {
        var ratio = unknown.medianMillis() / known.medianMillis();
        figures.row(
                work + " for an unknown address, median",
                millis(unknown.medianMillis()),
                "%s, known address (another known one: %s)"
                        .formatted(millis(known.medianMillis()), millis(others.medianMillis())),
                number(ratio),
                "within %d %%".formatted(Math.round(NOISE * 100)),
                Math.abs(ratio - 1) <= NOISE);
    }

    private static String known(int number) {
        return "known" + number + "@known.example";
    }
}
