package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Two worlds that differ in one secret give the same answers, byte for byte, to everybody who may not know it: on every
 * page, list, search, count and file there is. The two are one database before and after the secret is changed, so that
 * nothing else can differ: no row is written in between, since every request is rolled back and the audit log is held
 * still, and no answer is kept by the application. See docs/adr/0012.
 */
@RegattaTest
class TwinWorldIT {

    private static final Logger LOG = LoggerFactory.getLogger(TwinWorldIT.class);
    private static final int FEWEST_PAIRS = 3_000;
    private static final int AT_ONCE = 2;

    /** Answers that are made anew each time: the own secrets and last uses, and what is signed with the time of signing. */
    private static final Pattern NEVER_THE_SAME = Pattern.compile(
            "GET (/security|/second-factor/set-up|/account/tokens|/api/v1/tokens|(/api/v1)?/audit/(bundle|checkpoint).*)");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private record Question(MatrixRow row, Stage stage, Caller caller) {

        @Override
        public String toString() {
            return row.title() + ", " + stage + ", " + caller;
        }
    }

    @Test
    void secretsAreToldToNobodyWhoMayNotKnowThem() throws Exception {
        var rows = AccessMatrix.read().rows().stream()
                .filter(MatrixRow::reads)
                .filter(row -> row.only().isEmpty())
                .filter(row -> !NEVER_THE_SAME.matcher(row.endpoint()).matches())
                .toList();
        var world = new World(context);
        var callers = new Callers(world, port).all().stream().collect(Collectors.toMap(Caller::name, caller -> caller));
        var secrets = new Secrets(world).all();
        var asking = new Asking(world, port);
        var differences = new ArrayList<String>();
        var pairs = 0;
        try (var log = StillAuditLog.of(context);
                var valve = RollingBack.into(context)) {
            var asked = new LinkedHashSet<Question>();
            for (var secret : secrets) {
                asked.addAll(hidden(secret, rows, callers));
                asked.addAll(told(secret, rows, callers));
            }
            var before = answers(asking, asked);
            for (var secret : secrets) {
                var hidden = hidden(secret, rows, callers);
                var told = told(secret, rows, callers);
                secret.other().run();
                var after = answers(asking, both(hidden, told));
                secret.back().run();
                pairs += hidden.size();
                hidden.stream()
                        .filter(question -> !before.get(question).equals(after.get(question)))
                        .forEach(question -> differences.add(
                                secret + ": " + question + difference(before.get(question), after.get(question))));
                assertThat(told)
                        .as("who may know " + secret)
                        .allMatch(question -> !before.get(question).equals(after.get(question)));
            }
        }

        assertThat(differences).isEmpty();
        assertThat(pairs).isGreaterThanOrEqualTo(FEWEST_PAIRS);
        LOG.info("twin worlds: secrets={} pairs={}", secrets.size(), pairs);
    }

    private static Set<Question> hidden(Secret secret, List<MatrixRow> rows, Map<String, Caller> callers) {
        var questions = new LinkedHashSet<Question>();
        for (var row : rows) {
            for (var stage : secret.stages()) {
                if (row.answers().containsKey(stage)) {
                    secret.hiddenFrom().forEach(name -> questions.add(new Question(row, stage, callers.get(name))));
                }
            }
        }
        return questions;
    }

    private static Set<Question> told(Secret secret, List<MatrixRow> rows, Map<String, Caller> callers) {
        var questions = new LinkedHashSet<Question>();
        secret.toldTo()
                .forEach((name, title) -> rows.stream()
                        .filter(row -> row.title().equals(title))
                        .forEach(row ->
                                questions.add(new Question(row, secret.stages().getFirst(), callers.get(name)))));
        assertThat(questions).as("requests of the matrix that tell " + secret).isNotEmpty();
        return questions;
    }

    private static Set<Question> both(Set<Question> some, Set<Question> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<Question, String> answers(Asking asking, Set<Question> questions) throws Exception {
        var answers = new HashMap<Question, String>();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var work = questions.stream()
                    .map(question -> (Callable<Map.Entry<Question, String>>) () ->
                            Map.entry(question, seen(asking.ask(question.row(), question.stage(), question.caller()))))
                    .toList();
            for (var done : workers.invokeAll(work)) {
                answers.put(done.get().getKey(), done.get().getValue());
            }
        }
        return answers;
    }

    /** Everything a caller sees, but for what is new in every answer. */
    private static String seen(HttpResponse<String> answer) {
        var headers = new StringBuilder().append(answer.statusCode()).append('\n');
        for (var name : List.of("Location", "Content-Type", "Content-Disposition", "ETag", "Cache-Control")) {
            headers.append(answer.headers().allValues(name)).append('\n');
        }
        return NEW_EACH_TIME.stream()
                .reduce(headers + answer.body(), (text, pattern) -> text.replaceAll(pattern, "$1"), (a, b) -> a + b);
    }

    /** Tokens, the server's clock, request ids and the signatures of addresses that work for minutes. */
    private static final List<String> NEW_EACH_TIME = List.of(
            "((?:_csrf|csrf-token|server-time)\"[^>]{0,80}?(?:value|content)=\")[^\"]+",
            "(<time data-refreshed[^>]*>)[^<]+",
            "(DTSTAMP:)\\S+",
            "(\"requestId\":\")[^\"]+",
            "(X-Amz-(?:Date|Signature)=)[^&\"\\]]+");

    private static String difference(String before, String after) {
        var at = 0;
        while (at < Math.min(before.length(), after.length()) && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        var from = Math.max(0, at - 60);
        return "\n    "
                + before.substring(from, Math.min(before.length(), at + 80)).replace('\n', ' ') + "\n    "
                + after.substring(from, Math.min(after.length(), at + 80)).replace('\n', ' ');
    }
}
