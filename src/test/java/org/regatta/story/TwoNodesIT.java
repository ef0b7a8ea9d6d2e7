package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.regatta.TestDatabase;
import org.regatta.browser.FirstAdministrator;
import org.regatta.identity.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/**
 * Two processes on one database lock, limit and forget as one would; one of them is the delivered jar, started as in
 * production.
 *
 * <p>It waits for servers of its own most of the time, and so runs beside the other tests.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private static final String PASSWORD = "canary: a long password";
    private static final String WRONG = "canary: a wrong password";
    private static final int ATTEMPTS = 1_000;
    private static final int CLIENTS = 8;
    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 20;
    private static final int LINKS = 5;
    private static final String MAIL_PASSWORD = "canary-mail-password";
    private static final String PER_ADDRESS_SET = "--regatta.lockout.per-address=" + PER_ADDRESS;
    private static final String FIRST = "first@example.org";
    private static final String LOUD = "--logging.level.root=info";
    private static final String LOUDER = "--logging.level.org.regatta=debug";

    private static final String REFUSED = "/sign-in?error";
    private static final String LOCKED = "/sign-in?locked";

    private static final Pattern SET_UP = Pattern.compile("http://localhost\\S*/set-up\\?token=[\\w-]+");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final List<ServerProcess> nodes = List.of(delivered("first-node"), ofClasses("second-node"));
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @BeforeAll
    void bothStartAtOnce() {
        nodes.forEach(ServerProcess::launch);
        nodes.forEach(ServerProcess::awaitHealth);
        theFirstAdministratorTakesOver();
    }

    /** Before the tests, which run at once: the link is good as long as nobody has an account. */
    private void theFirstAdministratorTakesOver() {
        var links = SET_UP.matcher(nodes.getFirst().log())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(links).hasSize(1);
        FirstAdministrator.takesOver(nodes.getFirst().base(), URI.create(links.getFirst()), FIRST, PASSWORD);
    }

    @AfterAll
    void bothEnd() {
        clients.shutdownNow();
        nodes.forEach(ServerProcess::kill);
    }

    @Test
    void theLinkInTheLogOfTheFirstStartMadeTheOneAdministrator() {
        assertThat(jdbc.sql("""
                select p.email, g.role from person p join role_grant g on g.person_id = p.id""").query().listOfRows()).containsExactly(Map.of("email", FIRST, "role", "SUPER_ADMIN"));
    }

    @Test
    void aThousandWrongPasswordsLockAnAccountAfterFive() throws Exception {
        var email = person();

        var answers = attempts(ATTEMPTS, (visitor, turn) -> visitor.signIn(email, WRONG, address(turn)));

        assertThat(answers).filteredOn(REFUSED::equals).hasSize(PER_ACCOUNT);
        assertThat(answers).filteredOn(LOCKED::equals).hasSize(ATTEMPTS - PER_ACCOUNT);
        assertThat(entries("identity.accountLocked")).isEqualTo(1);
        assertThat(entries("identity.signInFailed")).isEqualTo(PER_ACCOUNT);
        assertThat(entries("identity.signInsRefused")).isEqualTo(1);
        for (var node : nodes) {
            assertThat(Visitor.of(node).signIn(email, PASSWORD, "203.0.113.250"))
                    .isEqualTo(LOCKED);
        }
    }

    @Test
    void wrongPasswordsForManyAccountsLockTheAddressTheyComeFrom() throws Exception {
        var answers = attempts(
                60, (visitor, turn) -> visitor.signIn("nobody." + turn + "@example.org", WRONG, "203.0.113.251"));

        assertThat(answers).filteredOn(REFUSED::equals).hasSize(PER_ADDRESS);
        assertThat(answers).filteredOn(LOCKED::equals).hasSize(60 - PER_ADDRESS);
    }

    @Test
    void oneMailboxGetsItsFiveLinksWhicheverNodeIsAsked() throws Exception {
        var email = person();

        var answers = attempts(
                40,
                (visitor, turn) -> location(visitor.browser()
                        .post("/sign-in/send-link", Map.of("username", email, "_csrf", visitor.csrf()))));

        assertThat(answers).filteredOn("/sign-in?linkSent"::equals).hasSize(LINKS);
        assertThat(answers).filteredOn("429"::equals).hasSize(40 - LINKS);
    }

    @Test
    void aSessionOfOneNodeIsGoodOnTheOtherAndEndsOnBoth() throws Exception {
        var visitor = Visitor.of(nodes.getFirst());
        var browser = visitor.browser();
        assertThat(visitor.signIn(person(), PASSWORD, "203.0.113.252")).isEqualTo("/");
        var cookie = "REGATTA=" + browser.cookie("REGATTA");
        assertThat(statuses(cookie)).containsOnly(200);

        browser.post("/sign-out", Map.of("_csrf", browser.csrf("/sign-in")));

        assertThat(statuses(cookie)).containsOnly(401);
    }

    @Test
    void noSecretIsInTheLogOfAStart() {
        for (var node : nodes) {
            assertThat(node.log()).contains("Started RegattaApplication").doesNotContain("canary");
        }
    }

    /** The delivered jar, as in production. */
    private ServerProcess delivered(String name) {
        var variables = Delivery.variables(database);
        // the tests are their own proxies: they say from which address they ask
        variables.put("TRUSTED_PROXIES", "127.0.0.1,::1");
        variables.put("SMTP_USER", "somebody");
        variables.put("SMTP_PASS", MAIL_PASSWORD);
        return new ServerProcess(
                Delivery.jar(),
                variables,
                name,
                "--regatta.limits.sign-in.count=1000000",
                PER_ADDRESS_SET,
                LOUD,
                LOUDER);
    }

    private ServerProcess ofClasses(String name) {
        return new ServerProcess(
                database,
                name,
                "--spring.mail.username=somebody",
                "--spring.mail.password=" + MAIL_PASSWORD,
                PER_ADDRESS_SET,
                LOUD,
                LOUDER);
    }

    /** At the door of one node, with a page's token in hand. */
    private record Visitor(Browser browser, String csrf) {

        static Visitor of(ServerProcess node) {
            var browser = new Browser(node.base().getPort());
            try {
                return new Visitor(browser, browser.csrf("/sign-in"));
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }

        String signIn(String email, String password, String address) throws IOException, InterruptedException {
            var form = Map.of("username", email, "password", password, "_csrf", csrf);
            return location(browser.post("/sign-in", form, "X-Forwarded-For", address));
        }
    }

    private interface Attempt {
        String make(Visitor visitor, int turn) throws IOException, InterruptedException;
    }

    /** By several clients at once, each in turns on both nodes; what each was answered. */
    private List<String> attempts(int howMany, Attempt attempt) throws InterruptedException, ExecutionException {
        var answers = new ArrayList<String>();
        var work = IntStream.range(0, CLIENTS)
                .<Callable<List<String>>>mapToObj(client -> () -> client(client, howMany, attempt))
                .toList();
        for (Future<List<String>> done : clients.invokeAll(work)) {
            answers.addAll(done.get());
        }
        return answers;
    }

    private List<String> client(int client, int howMany, Attempt attempt) throws IOException, InterruptedException {
        var visitors = nodes.stream().map(Visitor::of).toList();
        var answers = new ArrayList<String>();
        for (int turn = client; turn < howMany; turn += CLIENTS) {
            answers.add(attempt.make(visitors.get(turn / CLIENTS % visitors.size()), turn));
        }
        return answers;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^http://[^/]+", ""))
                .orElse(String.valueOf(answer.statusCode()));
    }

    /** Few enough attempts from each that none of them is locked by itself. */
    private static String address(int turn) {
        return "198.51.%d.%d".formatted(turn / 200, turn % 200);
    }

    private List<Integer> statuses(String cookie) throws IOException, InterruptedException {
        var statuses = new ArrayList<Integer>();
        for (var node : nodes) {
            statuses.add(new Browser(node.base().getPort())
                    .get("/api/v1/me", "Cookie", cookie)
                    .statusCode());
        }
        return statuses;
    }

    private String person() {
        var email = UUID.randomUUID() + "@example.org";
        jdbc.sql("insert into person (id, email, name, password_hash, created_at) values (?, ?, 'Ada', ?, now())")
                .params(
                        UUID.randomUUID(),
                        email,
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .encode(PASSWORD))
                .update();
        return email;
    }

    private long entries(String type) {
        return jdbc.sql("select count(*) from audit_entry where type = ? and subject <> 'unknown'")
                .param(type)
                .query(Long.class)
                .single();
    }
}
