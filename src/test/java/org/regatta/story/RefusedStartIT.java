package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.regatta.TestDatabase;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * What the delivered jar does not start with, and what it says; {@link TwoNodesIT} starts it as it should be, and what it
 * makes of each variable is {@code DeploymentVariablesTest}'s.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedStartIT {

    private final TestDatabase demo = TestDatabase.fresh();
    private final TestDatabase portals = TestDatabase.empty();
    private final Map<String, ServerProcess> starts = new HashMap<>();

    @BeforeAll
    void allStartAtOnce() {
        demo.jdbc()
                .sql("""
                        insert into person (id, email, name, password_hash, created_at)
                        values (gen_random_uuid(), 'oona@regatta.example', 'Oona', ?, now())""")
                .param("{bcrypt}" + new BCryptPasswordEncoder(4).encode("regatta-demo"))
                .update();
        portals.jdbc().sql("create table \"_prisma_migrations\" (id text)").update();

        start("nothing-set", Map.of());
        var local = Delivery.variables(demo);
        local.put("SPRING_PROFILES_ACTIVE", "local");
        start("local-profile", local);
        start("demo-people", Delivery.variables(demo));
        start("portals-tables", Delivery.variables(portals));
    }

    private void start(String name, Map<String, String> variables) {
        var server = new ServerProcess(Delivery.jar(), variables, "refused-" + name);
        server.launch();
        starts.put(name, server);
    }

    @AfterAll
    void allEnd() {
        starts.values().forEach(ServerProcess::kill);
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        refuses(
                "nothing-set",
                "These settings are missing:",
                "DATABASE_URL: postgresql://user:password@host:5432/database",
                "NEXTAUTH_URL",
                "NEXTAUTH_SECRET",
                "MINIO_ENDPOINT",
                "MINIO_ACCESS_KEY",
                "MINIO_SECRET_KEY",
                "SMTP_HOST",
                "EMAIL_FROM",
                ".env.example describes each");
    }

    @Test
    void leavesTheEmbeddedServersOut() {
        refuses("local-profile", "which this artifact leaves out", "Remove local from SPRING_PROFILES_ACTIVE");
    }

    @Test
    void servesNoDatabaseInWhichPeopleOfTheDemoCanSignIn() {
        refuses("demo-people", "People of the demo can sign in", "update person set enabled = false");
    }

    @Test
    void leavesADatabaseAloneThatIsNotItsOwn() {
        refuses("portals-tables", "holds tables that are not Regatta's", "Name an empty database in DATABASE_URL");
        assertThat(portals.jdbc()
                        .sql("select table_name from information_schema.tables where table_schema = 'public'")
                        .query(String.class)
                        .list())
                .containsExactly("_prisma_migrations");
    }

    /** Ends with an error, says all of this and shows neither code nor a secret. */
    private void refuses(String start, String... words) {
        var server = starts.get(start);

        assertThat(server.end()).isEqualTo(1);
        assertThat(server.log())
                .contains(words)
                .contains("APPLICATION FAILED TO START")
                .doesNotContain("\tat ", "\\tat ", "canary");
    }
}
