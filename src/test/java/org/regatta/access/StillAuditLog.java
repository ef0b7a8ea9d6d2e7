package org.regatta.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit log while its jobs can do nothing: no entry gets a number, no seal is made or taken outside, no verification
 * begins or ends until it is closed. It holds the rows that the jobs lock for that on every node, so they pass by or wait;
 * who writes or reads entries meets no lock.
 */
final class StillAuditLog implements AutoCloseable {

    private static final List<String> HELD = List.of("audit_chain", "audit_checkpoint", "audit_verification");

    private final Connection connection;

    private StillAuditLog(Connection connection) {
        this.connection = connection;
    }

    /** Holds it from when it was verified: a new application does that by itself soon after its start, and says so on a page. */
    static StillAuditLog of(ApplicationContext context) throws SQLException {
        var jdbc = context.getBean(JdbcClient.class);
        Awaitility.await("the first verification of the audit log")
                .atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("select count(*) > 0 and bool_and(ended_at is not null) from audit_verification")
                        .query(Boolean.class)
                        .single());
        var still = new StillAuditLog(context.getBean(DataSource.class).getConnection());
        still.hold();
        return still;
    }

    private void hold() throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var table : HELD) {
                statement.execute("select 1 from " + table + " for update");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
