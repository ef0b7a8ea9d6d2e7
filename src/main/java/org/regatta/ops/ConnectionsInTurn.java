package org.regatta.ops;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the pool in the order they were asked for. The pool itself lets a thread that gives one back and asks again
 * overtake those who wait: in the rush before a deadline the slowest twentieth waited seven times as long as the middle
 * (docs/benchmarks.md).
 */
final class ConnectionsInTurn extends DelegatingDataSource {

    private final Semaphore turns;
    private final Duration patience;

    /** As many at a time as the pool has, each waited for as long as the pool would. */
    ConnectionsInTurn(HikariDataSource pool) {
        super(pool);
        turns = new Semaphore(pool.getMaximumPoolSize(), true);
        patience = Duration.ofMillis(pool.getConnectionTimeout());
    }

    /**
     * {@inheritDoc}
     *
     * @throws SQLTransientConnectionException if it was nobody's turn to give one back for as long as the pool would wait
     */
    @Override
    public Connection getConnection() throws SQLException {
        awaitTurn();
        var given = false;
        try {
            var connection = returning(super.getConnection());
            given = true;
            return connection;
        } finally {
            if (!given) {
                turns.release();
            }
        }
    }

    /** How many wait for one just now. */
    int waiting() {
        return turns.getQueueLength();
    }

    private void awaitTurn() throws SQLException {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("No connection became free within " + patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a connection", interrupted);
        }
    }

    /** The connection, whose end is the next one's turn. */
    private Connection returning(Connection connection) {
        var open = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    } finally {
                        if (method.getName().equals("close") && open.compareAndSet(true, false)) {
                            turns.release();
                        }
                    }
                });
    }
}
