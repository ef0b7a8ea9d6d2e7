package org.regatta.ops;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.regatta.identity.KnownPassword;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at a deployment's database before anything is built on it or changed in it: waits until it answers, and refuses one
 * that is somebody else's, that a newer Regatta has migrated, or in which people of the demo can sign in.
 */
class DatabaseGuard implements EnvironmentPostProcessor, Ordered {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Classes of errors that time may heal: no connection, no resources, the server starts or stops. */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    /** With which every database of Regatta begins; in {@code db/migration/workflow}. */
    private static final String FIRST_MIGRATION = "202611230900";

    @Override
    public int getOrder() {
        return DeploymentVariables.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (DeploymentGuard.isDeployment(environment)) {
            var database = new PGSimpleDataSource();
            database.setUrl(environment.getRequiredProperty("spring.datasource.url"));
            database.setUser(environment.getProperty("spring.datasource.username"));
            database.setPassword(environment.getProperty("spring.datasource.password"));
            check(database, PATIENCE);
        }
    }

    /**
     * Looks at a database.
     *
     * @param patience how long to wait for one that does not answer yet
     * @throws StartRefused if Regatta must not start on it
     */
    static void check(DataSource database, Duration patience) {
        await(database, patience);
        var rows = JdbcClient.create(database);
        if (isSomebodyElses(rows)) {
            throw new StartRefused(
                    "The database of DATABASE_URL holds tables that are not Regatta's. Nothing in it was changed.",
                    "Name an empty database in DATABASE_URL, or an empty schema of this one with ?schema= at its end.");
        }
        MigrationGuard.refuseNewer(rows);
        if (new KnownPassword(DemoAccounts.DOMAIN, DemoAccounts.PASSWORD).opens(rows)) {
            throw new StartRefused(
                    "People of the demo can sign in to this database with a password that everybody knows.",
                    "Start on a database without demo data, or disable them:"
                            + " update person set enabled = false where email like '%@" + DemoAccounts.DOMAIN + "'");
        }
    }

    private static void await(DataSource database, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                database.getConnection().close();
                return;
            } catch (SQLException failure) {
                var state = String.valueOf(failure.getSQLState());
                if (!PASSING.contains(state.substring(0, 2)) || System.nanoTime() > end) {
                    throw new StartRefused(
                            "The database of DATABASE_URL cannot be used: " + failure.getMessage(),
                            "Look whether it is running, and whether host, port, database, user and password in"
                                    + " DATABASE_URL are right.");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean isSomebodyElses(JdbcClient rows) {
        var tables = rows.sql("""
                        select table_name from information_schema.tables
                         where table_schema = current_schema() and table_type = 'BASE TABLE'""").query(String.class).list();
        if (!tables.contains(MigrationGuard.HISTORY)) {
            return !tables.isEmpty();
        }
        // a start that was cut off leaves a history of nothing
        return rows.sql("select bool_and(version <> :first) from " + MigrationGuard.HISTORY
                        + " where version is not null")
                .param("first", FIRST_MIGRATION)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
