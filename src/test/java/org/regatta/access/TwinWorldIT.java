package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private Asking asking;

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
        var callers = new Callers(world, port).all();
        var secrets = new Secrets(world).all();
        asking = new Asking(world, port);
        var differences = new ArrayList<String>();
        var pairs = 0;
        try (var log = StillAuditLog.of(context);
                var valve = RollingBack.into(context)) {
            for (var group : byWhatIsHidden(secrets, callers).entrySet()) {
                var questions = hidden(group.getKey(), rows, group.getValue());
                pairs += questions.size();
                differences.addAll(differences(group.getKey(), questions));
            }
            for (var secret : secrets) {
                var told = told(secret, rows, callers);
                assertThat(changed(List.of(secret), told))
                        .as("who may know " + secret)
                        .containsOnlyKeys(told);
            }
        }

        assertThat(differences).isEmpty();
        assertThat(pairs).isGreaterThanOrEqualTo(FEWEST_PAIRS);
        LOG.info("twin worlds: secrets={} pairs={}", secrets.size(), pairs);
    }

    /** Callers from whom the same is hidden: of them nobody may notice when all of that is another at once. */
    private static Map<List<Secret>, List<Caller>> byWhatIsHidden(List<Secret> secrets, List<Caller> callers) {
        var groups = new LinkedHashMap<List<Secret>, List<Caller>>();
        for (var caller : callers) {
            var hidden = secrets.stream()
                    .filter(secret -> secret.hiddenFrom().contains(caller.name()))
                    .toList();
            groups.computeIfAbsent(hidden, ignored -> new ArrayList<>()).add(caller);
        }
        groups.remove(List.of());
        return groups;
    }

    private Set<Question> hidden(List<Secret> secrets, List<MatrixRow> rows, List<Caller> callers) {
        var stages =
                secrets.stream().flatMap(secret -> secret.stages().stream()).collect(Collectors.toSet());
        var questions = new LinkedHashSet<Question>();
        for (var row : rows) {
            for (var caller :
                    callers.stream().filter(one -> row.isFor(one.name())).toList()) {
                var possible = asking.possible(row, caller, stages);
                var many = !row.anyStage()
                        || possible.stream()
                                .anyMatch(stage ->
                                        row.expected(stage, caller.name()).equals("ok"));
                (many || possible.isEmpty() ? possible : List.of(Turns.one(row, caller, possible)))
                        .forEach(stage -> questions.add(new Question(row, stage, caller)));
            }
        }
        return questions;
    }

    private static Set<Question> told(Secret secret, List<MatrixRow> rows, List<Caller> callers) {
        var questions = new LinkedHashSet<Question>();
        for (var caller : callers) {
            rows.stream()
                    .filter(row -> row.title().equals(secret.toldTo().get(caller.name())))
                    .forEach(row ->
                            questions.add(new Question(row, secret.stages().getFirst(), caller)));
        }
        assertThat(questions).as("requests of the matrix that tell " + secret).isNotEmpty();
        return questions;
    }

    /** What people saw though all of this is hidden from them, and which of the secrets they saw it by. */
    private List<String> differences(List<Secret> secrets, Set<Question> questions) throws Exception {
        var seen = changed(secrets, questions);
        var differences = new ArrayList<String>();
        if (!seen.isEmpty()) {
            for (var secret : secrets) {
                changed(List.of(secret), seen.keySet())
                        .forEach((question, difference) -> differences.add(secret + ": " + question + difference));
            }
            assertThat(differences).as("what one secret tells of " + seen).isNotEmpty();
        }
        return differences;
    }

    /** The questions that are answered otherwise once the secrets are others, and in what. */
    private Map<Question, String> changed(List<Secret> secrets, Set<Question> questions) throws Exception {
        var before = answers(questions);
        secrets.forEach(secret -> secret.other().run());
        var after = answers(questions);
        secrets.reversed().forEach(secret -> secret.back().run());
        var changed = new LinkedHashMap<Question, String>();
        for (var question : questions) {
            if (!before.get(question).equals(after.get(question))) {
                changed.put(question, difference(before.get(question), after.get(question)));
            }
        }
        return changed;
    }

    private Map<Question, String> answers(Set<Question> questions) throws Exception {
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
        var text = headers + answer.body();
        for (var pattern : NEW_EACH_TIME) {
            text = pattern.matcher(text).replaceAll("$1");
        }
        return text;
    }

    /** Tokens, the server's clock, request ids and the signatures of addresses that work for minutes. */
    private static final List<Pattern> NEW_EACH_TIME = Stream.of(
                    "(_csrf\"[^>]{0,80}?value=\")[^\"]+",
                    "( nonce=\")[^\"]+",
                    "(csrf-token\"[^>]{0,80}?content=\")[^\"]+",
                    "(server-time\"[^>]{0,80}?content=\")[^\"]+",
                    "(<time data-refreshed[^>]*>)[^<]+",
                    "(DTSTAMP:)\\S+",
                    "(\"requestId\":\")[^\"]+",
                    "(X-Amz-(?:Date|Signature)=)[^&\"\\]]+")
            .map(Pattern::compile)
            .toList();

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
