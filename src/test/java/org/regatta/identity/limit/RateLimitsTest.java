package org.regatta.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.regatta.TestDatabase;
import org.regatta.identity.limit.RateLimitProperties.Limit;
import org.regatta.shared.TooManyRequests;
import org.springframework.jdbc.core.simple.JdbcClient;

class RateLimitsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final HikariDataSource ONE = pool();
    private static final HikariDataSource OTHER = pool();

    private final RateLimits limits = node(ONE);
    private final String who = UUID.randomUUID().toString();

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void refusesOneTooManyAndSaysWhenTheNextOneIsTaken() {
        for (int i = 0; i < 20; i++) {
            limits.take("hourly", who);
        }

        assertThatThrownBy(() -> limits.take("hourly", who))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused -> assertThat(refused.retryAfter())
                                .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(3)));
        limits.take("hourly", who + "another");
        limits.take("daily", who);
    }

    @Test
    void takesAsManyOverTwoNodesAtOnceAsOverOne() throws Exception {
        var other = node(OTHER);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var taken = threads
                    .invokeAll(IntStream.range(0, 200)
                            .mapToObj(i -> (Callable<Boolean>) () -> taken(i % 2 == 0 ? limits : other))
                            .toList())
                    .stream()
                    .filter(answer -> answer.resultNow())
                    .count();
            assertThat(taken).isEqualTo(20);
        }
    }

    @Test
    void takesOnAfterAWhileAndForgetsFullBuckets() {
        limits.take("quick", who);
        assertThat(JdbcClient.create(ONE)
                        .sql("update rate_limit set expires_at = 1 where id like 'quick/%'")
                        .update())
                .isEqualTo(1);

        assertThat(limits.purge()).isEqualTo(1);
    }

    @Test
    void knowsNoLimitThatNobodyNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> limits.take("no-such-limit", who));
    }

    private boolean taken(RateLimits node) {
        try {
            node.take("hourly", who);
            return true;
        } catch (TooManyRequests refused) {
            return false;
        }
    }

    private static RateLimits node(HikariDataSource pool) {
        return new RateLimits(
                pool,
                new RateLimitProperties(Map.of(
                        "hourly", new Limit(20, Duration.ofHours(1)),
                        "daily", new Limit(1, Duration.ofDays(1)),
                        "quick", new Limit(1, Duration.ofSeconds(1)))));
    }

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setDataSource(DATABASE.dataSource());
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }
}
