package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.regatta.TestDatabase;

class ConnectionsInTurnTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    private final HikariDataSource pool = pool();
    private final ConnectionsInTurn connections = new ConnectionsInTurn(pool);

    @AfterEach
    void closeThePool() {
        pool.close();
    }

    @Test
    void servesThoseWhoWaitInTheOrderTheyCame() throws Exception {
        pool.setConnectionTimeout(20_000);
        var connections = new ConnectionsInTurn(pool);
        var served = Collections.synchronizedList(new ArrayList<Integer>());
        try (var people = Executors.newFixedThreadPool(8)) {
            var first = connections.getConnection();
            for (int person = 0; person < 8; person++) {
                var me = person;
                people.submit(() -> {
                    try (var mine = connections.getConnection()) {
                        served.add(me);
                        return mine.isValid(1);
                    }
                });
                var waiting = person + 1;
                Awaitility.await("the next in the line").until(() -> connections.waiting() == waiting);
            }
            first.close();
        }
        assertThat(served).isEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void letsNobodyOvertakeWhoGivesBackAndAsksAgain() throws Exception {
        try (var people = Executors.newFixedThreadPool(1)) {
            var mine = connections.getConnection();
            var other = people.submit(() -> connections.getConnection());
            Awaitility.await("the other").until(() -> connections.waiting() == 1);
            mine.close();
            assertThatThrownBy(connections::getConnection).isInstanceOf(SQLTransientConnectionException.class);
            other.get().close();
            connections.getConnection().close();
        }
    }

    @Test
    void givesTheTurnBackOnceHoweverOftenAConnectionIsClosed() throws SQLException {
        var connection = connections.getConnection();
        connection.close();
        connection.close();
        try (var next = connections.getConnection()) {
            assertThat(next.unwrap(PGConnection.class)).isNotNull();
            assertThatThrownBy(connections::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }
    }

    @Test
    void keepsNoTurnOfAConnectionThatCouldNotBeMade() {
        pool.close();
        for (int times = 0; times < 3; times++) {
            assertThatThrownBy(connections::getConnection).hasMessageContaining("has been closed");
        }
    }

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(DATABASE.url());
        config.setUsername(DATABASE.user());
        config.setPassword(DATABASE.password());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(500);
        return new HikariDataSource(config);
    }
}
