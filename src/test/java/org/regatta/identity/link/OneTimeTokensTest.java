package org.regatta.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.regatta.TestDatabase;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OneTimeTokensTest {

    private static final HikariDataSource POOL = pool();
    private static final JdbcClient JDBC = JdbcClient.create(POOL);
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int FORGERIES = 20_000;

    private final OneTimeTokens tokens = at(NOW);

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void worksOnceForItsPurposeAndSaysWhomItIsFor() {
        var personId = person();
        var token = tokens.issue(Purpose.SIGN_IN, personId, "new@example.org", QUARTER);

        assertThat(tokens.look(Purpose.SIGN_IN, token.secret())).isPresent();
        assertThat(tokens.look(Purpose.SIGN_IN, token.secret())).isPresent();
        assertThat(tokens.use(Purpose.SIGN_IN, token.secret()))
                .isEqualTo(new GoodToken(token.id(), personId, "new@example.org", NOW.plus(QUARTER)));
        assertThat(tokens.look(Purpose.SIGN_IN, token.secret())).isEmpty();
        refused(Purpose.SIGN_IN, token.secret());
    }

    @Test
    void keepsNothingOfTheSecretButItsHash() {
        var token = tokens.issue(Purpose.SET_UP, null, null, QUARTER);

        var row = JDBC.sql("select row_to_json(t)::text from one_time_token t where id = :id")
                .param("id", token.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token.secret());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(Base64.getUrlDecoder().decode(token.secret())).hasSize(32);
    }

    @Test
    void endsWhatWasIssuedToOnePersonForOnePurpose() {
        var personId = person();
        var invitation = tokens.issue(Purpose.INVITATION, personId, null, QUARTER);
        var link = tokens.issue(Purpose.SIGN_IN, personId, null, QUARTER);
        var others = tokens.issue(Purpose.INVITATION, person(), null, QUARTER);

        assertThat(tokens.end(personId, Purpose.INVITATION)).isEqualTo(1);

        refused(Purpose.INVITATION, invitation.secret());
        assertThat(tokens.look(Purpose.SIGN_IN, link.secret())).isPresent();
        assertThat(tokens.look(Purpose.INVITATION, others.secret())).isPresent();
    }

    @Test
    void staysGoodWhenWhatItWasUsedForFails() {
        var token = tokens.issue(Purpose.INVITATION, person(), null, QUARTER);

        new TransactionTemplate(new DataSourceTransactionManager(POOL)).executeWithoutResult(status -> {
            tokens.use(Purpose.INVITATION, token.secret());
            status.setRollbackOnly();
        });

        assertThat(tokens.use(Purpose.INVITATION, token.secret()).id()).isEqualTo(token.id());
    }

    @Test
    void forgetsTokensNinetyDaysAfterTheyExpired() {
        var token = tokens.issue(Purpose.SIGN_IN, person(), null, QUARTER);

        assertThat(at(NOW.plus(Duration.ofDays(90))).purge()).isZero();
        assertThat(at(NOW.plus(Duration.ofDays(91))).purge()).isPositive();
        assertThat(JDBC.sql("select count(*) from one_time_token where id = :id")
                        .param("id", token.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsOneOfAHundredParallelUsesSucceed() throws Exception {
        for (int round = 0; round < 5; round++) {
            var secret = tokens.issue(Purpose.SIGN_IN, person(), null, QUARTER).secret();

            var successes = together(Collections.nCopies(100, () -> succeeds(Purpose.SIGN_IN, secret)));

            assertThat(successes).isEqualTo(1);
        }
    }

    /** 100,000 in all: forged, altered, reused, for another purpose, expired. */
    @Test
    void refusesAHundredThousandTokensThatAreNotGood() throws Exception {
        var good = tokens.issue(Purpose.SIGN_IN, person(), null, QUARTER).secret();
        var used = tokens.issue(Purpose.SIGN_IN, person(), null, QUARTER).secret();
        tokens.use(Purpose.SIGN_IN, used);
        var invitation =
                tokens.issue(Purpose.INVITATION, person(), null, QUARTER).secret();
        var expired = at(NOW.minus(QUARTER)).issue(Purpose.SIGN_IN, person(), null, QUARTER);
        var random = new SecureRandom();

        assertThat(accepted(i -> forged(random))).isZero();
        assertThat(accepted(i -> altered(good, random))).isZero();
        assertThat(accepted(i -> used)).isZero();
        assertThat(accepted(i -> invitation)).isZero();
        assertThat(accepted(i -> expired.secret())).isZero();

        assertThat(tokens.use(Purpose.SIGN_IN, good)).isNotNull();
        assertThat(tokens.use(Purpose.INVITATION, invitation)).isNotNull();
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        for (var text : List.of("", " ", "\0", "x".repeat(44), "é".repeat(43), "' or 1=1 --", "A".repeat(1_000_000))) {
            refused(Purpose.SIGN_IN, text);
        }
    }

    private int accepted(IntFunction<String> secret) throws InterruptedException {
        var count = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(IntStream.range(0, 4)
                            .mapToObj(part -> (Callable<Void>) () -> {
                                for (int i = 0; i < FORGERIES / 4; i++) {
                                    if (succeeds(Purpose.SIGN_IN, secret.apply(i))) {
                                        count.incrementAndGet();
                                    }
                                }
                                return null;
                            })
                            .toList())
                    .forEach(OneTimeTokensTest::finished);
        }
        return count.get();
    }

    private static long together(List<Callable<Boolean>> uses) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(uses.size())) {
            return threads.invokeAll(uses).stream()
                    .filter(OneTimeTokensTest::finished)
                    .count();
        }
    }

    private static <T> T finished(Future<T> future) {
        return future.resultNow();
    }

    private boolean succeeds(Purpose purpose, String secret) {
        try {
            tokens.use(purpose, secret);
            return true;
        } catch (LinkNotGood refused) {
            return false;
        }
    }

    private void refused(Purpose purpose, String secret) {
        assertThat(tokens.look(purpose, secret)).isEmpty();
        assertThatThrownBy(() -> tokens.use(purpose, secret)).isInstanceOf(LinkNotGood.class);
    }

    private static String forged(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** One character is another; the last one is left alone, since four of its values mean the same bytes. */
    private static String altered(String secret, SecureRandom random) {
        var at = random.nextInt(42);
        var other = secret.charAt(at) == 'A' ? 'B' : 'A';
        return secret.substring(0, at) + other + secret.substring(at + 1);
    }

    private static OneTimeTokens at(Instant now) {
        return new OneTimeTokens(JDBC, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static UUID person() {
        var id = Ids.next();
        JDBC.sql("insert into person (id, email, name, created_at) values (:id, :email, 'Ada', now())")
                .param("id", id)
                .param("email", id + "@example.org")
                .update();
        return id;
    }

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setDataSource(TestDatabase.fresh().dataSource());
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }
}
