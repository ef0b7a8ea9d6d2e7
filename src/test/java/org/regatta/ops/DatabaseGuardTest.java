package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.regatta.TestDatabase;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class DatabaseGuardTest {

    @Test
    void takesAnEmptyDatabaseAndRegattasOwn() {
        var empty = TestDatabase.empty();

        check(empty);
        check(TestDatabase.fresh());
        empty.jdbc()
                .sql("create table flyway_schema_history (installed_rank int, version varchar(50), description text)")
                .update();
        check(empty);
    }

    @Test
    void refusesTablesThatAreNotRegattas() {
        var portals = TestDatabase.empty();
        portals.jdbc().sql("create table \"User\" (id text)").update();
        refused(portals).withMessageContaining("not Regatta's");

        var other = TestDatabase.empty();
        other.jdbc()
                .sql("create table flyway_schema_history (installed_rank int, version varchar(50))")
                .update();
        other.jdbc()
                .sql("insert into flyway_schema_history values (0, null), (1, '1'), (2, '2')")
                .update();
        refused(other).withMessageContaining("not Regatta's");
    }

    @Test
    void refusesADatabaseThatANewerRegattaHasMigrated() {
        var database = TestDatabase.fresh();
        var flyway = Flyway.configure().dataSource(database.dataSource()).load();
        var newestKnown = database.jdbc()
                .sql("select max(version) from flyway_schema_history")
                .query(String.class)
                .single();
        migrated(database, "203001010000", "project weather");
        refused(database).withMessageContaining("holds migration 203001010000 (project weather), which");

        // written on another branch before the newest that is known, and read there first: Flyway takes them in any
        // order
        migrated(database, "202611230959", "jury benches");

        refused(database)
                .withMessageContaining("holds migration 203001010000 (project weather) and 1 more")
                .withMessageContaining("the newest it knows is " + newestKnown)
                .satisfies(refused -> assertThat(refused.remedy())
                        .contains("the version that migrated the database")
                        .contains("the backup taken before the upgrade")
                        .contains("In a checkout"));
        // and so where nothing is deployed, in a checkout that went back to an older commit
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new MigrationGuard().migrate(flyway))
                .withMessageContaining("A newer Regatta has migrated this database");
    }

    private static void migrated(TestDatabase database, String version, String description) {
        database.jdbc().sql("""
                        insert into flyway_schema_history
                          (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        select max(installed_rank) + 1, ?, ?, 'SQL', 'V.sql', 'regatta', 1, true
                          from flyway_schema_history""").params(version, description).update();
    }

    @Test
    void refusesADatabaseInWhichADemoPersonCanSignIn() {
        var database = TestDatabase.fresh();
        person(database, "Guarded@" + DemoAccounts.DOMAIN, "a-password-of-ones-own", true);
        person(database, "disabled@" + DemoAccounts.DOMAIN, DemoAccounts.PASSWORD, false);
        person(database, "somebody@example.org", DemoAccounts.PASSWORD, true);
        check(database);

        person(database, "Demo@" + DemoAccounts.DOMAIN, DemoAccounts.PASSWORD, true);
        refused(database).withMessageContaining("everybody knows");
    }

    @Test
    void saysWhyADatabaseCannotBeUsed() {
        var database = TestDatabase.empty();
        var missing = new PGSimpleDataSource();
        missing.setUrl(database.url().replaceFirst("/[^/?]+(\\?|$)", "/not_there$1"));
        missing.setUser(database.user());
        missing.setPassword(database.password());
        var dead = new PGSimpleDataSource();
        dead.setUrl("jdbc:postgresql://127.0.0.1:1/regatta");
        dead.setUser("regatta");
        dead.setPassword("hunter2");

        // no patience changes that
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DatabaseGuard.check(missing, Duration.ofDays(1)))
                .withMessageContaining("\"not_there\" does not exist");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DatabaseGuard.check(dead, Duration.ZERO))
                .withMessageContaining("refused")
                .satisfies(refused -> assertThat(refused.getMessage() + refused.remedy())
                        .contains("DATABASE_URL")
                        .doesNotContain("hunter2"));
    }

    private static void person(TestDatabase database, String email, String password, boolean enabled) {
        database.jdbc()
                .sql("""
                        insert into person (id, email, name, password_hash, enabled, created_at)
                        values (?, ?, 'Somebody', ?, ?, now())""")
                .params(UUID.randomUUID(), email, "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password), enabled)
                .update();
    }

    private static void check(TestDatabase database) {
        assertThatCode(() -> DatabaseGuard.check(database.dataSource(), Duration.ZERO))
                .doesNotThrowAnyException();
    }

    private static ThrowableAssertAlternative<StartRefused> refused(TestDatabase database) {
        return assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DatabaseGuard.check(database.dataSource(), Duration.ZERO));
    }
}
