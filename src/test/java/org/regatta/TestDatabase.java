package org.regatta;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database for one test or one application context: real PostgreSQL 16 with every migration applied.
 *
 * <p>One server per JVM, migrated once; {@link #fresh} copies that, which takes about 100 ms.
 *
 * @param url JDBC address
 */
public record TestDatabase(String url, String user, String password) {

    private static final String TEMPLATE = "regatta_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Holder {
        static final TestServer SERVER = start();

        private static TestServer start() {
            var server = TestServer.start();
            execute(server, "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.url(TEMPLATE), server.user(), server.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        }
    }

    /** A new database with every migration applied and nothing in it. */
    public static TestDatabase fresh() {
        return create(" template " + TEMPLATE);
    }

    /** A new database without tables, for what migrates it itself. */
    public static TestDatabase empty() {
        return create("");
    }

    /** Plain connections, no pool. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** To prepare and to look at rows. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    private static TestDatabase create(String template) {
        var server = Holder.SERVER;
        var name = "test_" + COUNT.incrementAndGet();
        // a copy needs a template that nobody is connected to, and so one copy at a time
        synchronized (TestDatabase.class) {
            execute(server, "create database " + name + template);
        }
        return new TestDatabase(server.url(name), server.user(), server.password());
    }

    private static void execute(TestServer server, String sql) {
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }
}
