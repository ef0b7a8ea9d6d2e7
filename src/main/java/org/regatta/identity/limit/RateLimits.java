package org.regatta.identity.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;
import org.regatta.identity.limit.RateLimitProperties.Limit;
import org.regatta.shared.Sha256;
import org.regatta.shared.TooManyRequests;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Counts requests by name and sender in the database, so that a limit is the same over all nodes. */
@Component
public class RateLimits {

    private static final int PURGED_AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final RateLimitProperties properties;

    RateLimits(DataSource database, RateLimitProperties properties) {
        this.properties = properties;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .build();
    }

    /**
     * Counts one request. Call it outside of any transaction: it takes a connection of its own.
     *
     * @param limit one of {@code regatta.limits}
     * @param who the sender: a person's id, a network address, a mail address
     * @throws TooManyRequests if it is one too many; it then counts for nothing
     */
    public void take(String limit, String who) {
        var rule = properties.limits().get(limit);
        if (rule == null) {
            throw new IllegalArgumentException("No limit is named " + limit);
        }
        var probe = probe(limit, rule, who);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /**
     * Forgets buckets that are full again.
     *
     * @return how many, at most a thousand
     */
    int purge() {
        return buckets.removeExpired(PURGED_AT_ONCE);
    }

    private ConsumptionProbe probe(String name, Limit rule, String who) {
        // a rule that was changed begins with new buckets
        var key = "%s/%d/%s/%s".formatted(name, rule.count(), rule.per(), Sha256.hex(Sender.of(who)));
        try {
            return buckets.getProxy(key, () -> configuration(rule)).tryConsumeAndReturnRemaining(1);
        } catch (BucketExecutionException down) {
            throw new DataAccessResourceFailureException("The limits cannot be counted", down);
        }
    }

    private static BucketConfiguration configuration(Limit rule) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(rule.count())
                        .refillGreedy(rule.count(), rule.per())
                        .build())
                .build();
    }
}
