package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    private static final String URL = "spring.datasource.url";

    @Test
    void becomesAddressUserAndPassword() {
        var properties = DatabaseUrl.properties("postgresql://mopc:s3cret@postgres:5432/mopc");

        assertThat(properties)
                .containsOnly(
                        entry(URL, "jdbc:postgresql://postgres:5432/mopc?reWriteBatchedInserts=true"),
                        entry("spring.datasource.username", "mopc"),
                        entry("spring.datasource.password", "s3cret"));
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:p@h/db, jdbc:postgresql://h/db?reWriteBatchedInserts=true",
        "jdbc:postgresql://u:p@h:6543/db, jdbc:postgresql://h:6543/db?reWriteBatchedInserts=true",
        "postgresql://u:p@[::1]:5432/db, jdbc:postgresql://[::1]:5432/db?reWriteBatchedInserts=true",
        "'postgresql://u:p@a:1,b:2/db', 'jdbc:postgresql://a:1,b:2/db?reWriteBatchedInserts=true'"
    })
    void takesEveryUsualForm(String url, String expected) {
        assertThat(DatabaseUrl.properties(url)).containsEntry(URL, expected);
    }

    @Test
    void decodesUserAndPassword() {
        var properties = DatabaseUrl.properties("postgresql://a%40b:p%3A%2F%40%25+x@h/db");

        assertThat(properties)
                .containsEntry("spring.datasource.username", "a@b")
                .containsEntry("spring.datasource.password", "p:/@%+x");
    }

    @Test
    void givesPrismasParametersToDriverAndPool() {
        var properties = DatabaseUrl.properties("postgresql://u:p@h/db?schema=app&connection_limit=20&pool_timeout=10"
                + "&connect_timeout=5&pgbouncer=true&sslmode=verify-full");

        assertThat(properties)
                .containsEntry(
                        URL,
                        "jdbc:postgresql://h/db?reWriteBatchedInserts=true&currentSchema=app&connectTimeout=5"
                                + "&sslmode=verify-full")
                .containsEntry("spring.datasource.hikari.maximum-pool-size", "20")
                .containsEntry("spring.datasource.hikari.connection-timeout", "10000");
    }

    @Test
    void waitsWithoutLimitWhereATimeOfZeroSaysSoAsPrismaDoes() {
        var properties =
                DatabaseUrl.properties("postgresql://u:p@h/db?pool_timeout=0&connect_timeout=0&socket_timeout=0");
        var pool = new HikariConfig();

        pool.setConnectionTimeout(Long.parseLong(properties.get("spring.datasource.hikari.connection-timeout")));

        assertThat(Duration.ofMillis(pool.getConnectionTimeout())).isGreaterThan(Duration.ofDays(20));
        assertThat(properties)
                .hasEntrySatisfying(URL, url -> assertThat(url).contains("connectTimeout=0", "socketTimeout=0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://root:hunter2@h/db",
                "postgresql://u:hunter2@h",
                "postgresql://u:hunter2@/db",
                "\"postgresql://u:hunter2@h/db\"",
                "postgresql://u:hunter2%zz@h/db",
                "postgresql://u:hunter2/x@h/db",
                "postgresql://u:hunter2@h/db?connection_limit=many",
                "postgresql://u:hunter2@h/db?connection_limit=0",
                "postgresql://u:hunter2@h/db?pool_timeout=-1",
                "postgresql://u:hunter2@h/db?sslmode",
                "postgresql://h/db",
                "hunter2"
            })
    void refusesOtherFormsByNameWithARemedyAndWithoutThePassword(String url) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DatabaseUrl.properties(url))
                .satisfies(refused -> {
                    assertThat(refused.getMessage()).contains("DATABASE_URL").doesNotContain("hunter2");
                    assertThat(refused.remedy()).contains("DATABASE_URL").doesNotContain("hunter2");
                });
    }
}
