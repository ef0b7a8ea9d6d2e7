package org.regatta.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.regatta.TestDatabase;
import org.regatta.identity.Access;
import org.regatta.identity.People;
import org.regatta.identity.limit.Lockouts.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;

class LockoutsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final HikariDataSource ONE = pool();
    private static final HikariDataSource OTHER = pool();
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final List<Object> events = new ArrayList<>();
    private final Lockouts lockouts = node(ONE, NOW);

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void looksAtFivePasswordsAndTellsOfTheLastOneAndOfFurtherOnesOnceEach() {
        var email = someone();
        for (int i = 1; i <= 5; i++) {
            var turn = lockouts.begin(email, address()).orElseThrow();
            assertThat(turn.last()).isEqualTo(i == 5);
            lockouts.failed(turn, null);
        }

        assertThat(lockouts.begin(email, address())).isEmpty();
        assertThat(lockouts.begin(email, address())).isEmpty();
        assertThat(events)
                .containsExactly(
                        new AccountLocked(null, NOW.plus(QUARTER), NOW), new SignInsRefused(null, "ACCOUNT", NOW));
        assertThat(lockouts.lockedUntil(email)).hasValue(NOW.plus(QUARTER));
    }

    @Test
    void takesAddressesWhateverTheirCaseForOneAccountAndOtherOnesForOthers() {
        wrong(lockouts, "Ada@Example.org", 3);
        wrong(lockouts, " ada@example.org ", 2);

        assertThat(lockouts.begin("ADA@EXAMPLE.ORG", address())).isEmpty();
        assertThat(lockouts.begin("ada+plus@example.org", address())).isPresent();
        // a Cyrillic letter that looks the same
        assertThat(lockouts.begin("\u0430da@example.org", address())).isPresent();
    }

    @Test
    void countsWhateverIsTypedAsAUserNameForNobodysSecondFactor() {
        var person = UUID.randomUUID();
        wrong(lockouts, "second factor of " + person, 5);
        wrong(lockouts, person.toString(), 5);

        assertThat(lockouts.beginSecondFactor(person, address())).isPresent();
    }

    @Test
    void opensAgainAfterAQuarterOfAnHourAndCountsFromTheStart() {
        var email = someone();
        wrong(lockouts, email, 5);

        assertThat(node(ONE, NOW.plus(QUARTER).minusMillis(1)).begin(email, address()))
                .isEmpty();
        var later = node(ONE, NOW.plus(QUARTER));
        wrong(later, email, 4);
        assertThat(later.begin(email, address()))
                .hasValueSatisfying(turn -> assertThat(turn.last()).isTrue());
        assertThat(later.begin(email, address())).isEmpty();
    }

    @Test
    void forgetsFailuresThatAreOlderThanAQuarterOfAnHour() {
        var email = someone();
        wrong(lockouts, email, 4);

        assertThat(node(ONE, NOW.plus(QUARTER)).begin(email, address()))
                .hasValueSatisfying(turn -> assertThat(turn.last()).isFalse());
    }

    @Test
    void forgetsAnAccountsFailuresWhenThePasswordIsRight() {
        var email = someone();
        wrong(lockouts, email, 4);
        lockouts.succeeded(lockouts.begin(email, address()).orElseThrow());

        wrong(lockouts, email, 4);
        assertThat(lockouts.begin(email, address())).isPresent();
    }

    @Test
    void locksANetworkAddressFromWhichManyAccountsWereTried() {
        var address = address();
        for (int i = 0; i < 4; i++) {
            assertThat(lockouts.begin(someone(), address)).isPresent();
        }
        lockouts.succeeded(lockouts.begin(someone(), address).orElseThrow());
        assertThat(lockouts.begin(someone(), address)).isPresent();

        assertThat(lockouts.begin(someone(), address)).isEmpty();
        assertThat(lockouts.begin(someone(), address())).isPresent();
    }

    @Test
    void letsNobodyWhoseAddressIsLockedLockTheAccountsOfOthers() {
        var locked = address();
        for (int i = 0; i < 5; i++) {
            lockouts.begin(someone(), locked);
        }
        var email = someone();
        for (int i = 0; i < 5; i++) {
            assertThat(lockouts.begin(email, locked)).isEmpty();
        }

        assertThat(lockouts.begin(email, address()))
                .hasValueSatisfying(turn -> assertThat(turn.last()).isFalse());
    }

    @Test
    void looksAtAsManyOfAThousandGuessesOverTwoNodesAsOneNodeWould() throws Exception {
        var alone = someone();
        var both = someone();

        var byOne = guesses(i -> lockouts, alone);
        var two = node(OTHER, NOW);
        var byTwo = guesses(i -> i % 2 == 0 ? lockouts : two, both);

        assertThat(byOne).hasSize(5);
        assertThat(byTwo).hasSize(5);
        assertThat(byTwo.stream().filter(Turn::last)).hasSize(1);
        assertThat(two.lockedUntil(both)).isEqualTo(lockouts.lockedUntil(alone));
    }

    @Test
    void keepsNothingOfWhatWasTyped() {
        lockouts.begin("my secret in the wrong field", address());

        assertThat(JdbcClient.create(ONE)
                        .sql("select string_agg(key, ' ') from sign_in_lock")
                        .query(String.class)
                        .single())
                .doesNotContain("secret");
    }

    private static List<Turn> guesses(IntFunction<Lockouts> node, String email) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var asked = IntStream.range(0, 1_000)
                    .mapToObj(
                            i -> (Callable<Optional<Turn>>) () -> node.apply(i).begin(email, address()))
                    .toList();
            return threads.invokeAll(asked).stream()
                    .flatMap(answer -> answer.resultNow().stream())
                    .toList();
        }
    }

    private static void wrong(Lockouts node, String email, int times) {
        for (int i = 0; i < times; i++) {
            node.failed(node.begin(email, address()).orElseThrow(), null);
        }
    }

    private Lockouts node(HikariDataSource pool, Instant now) {
        return new Lockouts(
                JdbcClient.create(pool),
                new LockoutProperties(5, 5, QUARTER),
                Mockito.mock(Access.class),
                Mockito.mock(People.class),
                events::add,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String someone() {
        return UUID.randomUUID() + "@example.org";
    }

    private static String address() {
        return UUID.randomUUID().toString();
    }

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setDataSource(DATABASE.dataSource());
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }
}
