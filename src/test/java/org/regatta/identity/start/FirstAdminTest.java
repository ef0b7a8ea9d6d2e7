package org.regatta.identity.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.TestDatabase;
import org.regatta.identity.Access;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Relations;
import org.regatta.identity.Sealing;
import org.regatta.identity.link.LinkNotGood;
import org.regatta.shared.InvalidInput;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.EnableTransactionManagement;

class FirstAdminTest {

    private static final String PASSWORD = "correct horse battery";

    private AnnotationConfigApplicationContext context;
    private FirstAdmin first;

    @BeforeEach
    void aNewDeployment() {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "regatta.base-url", "https://regatta.example/",
                                "regatta.secret", "a-secret-for-tests-only-0123456789")));
        context.register(Slice.class);
        context.refresh();
        first = context.getBean(FirstAdmin.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void makesTheFirstAdministratorWithTheLinkInTheLogAndNeverAgain() {
        var link = first.link().orElseThrow();
        var other = secret(first.link().orElseThrow());
        assertThat(link).startsWith("https://regatta.example/set-up?token=");
        assertThat(first.good(secret(link))).isTrue();

        var personId = first.make(secret(link), ada("ada@example.org"), PASSWORD);

        assertThat(role(personId)).containsExactly("SUPER_ADMIN");
        assertThat(first.link()).isEmpty();
        assertThat(first.good(other)).isFalse();
        assertThatThrownBy(() -> first.make(other, ada("eve@example.org"), PASSWORD))
                .isInstanceOf(LinkNotGood.class);
    }

    @Test
    void keepsTheLinkGoodWhenWhatWasTypedCannotBeUsed() {
        var secret = secret(first.link().orElseThrow());

        assertThatThrownBy(() -> first.make(secret, ada("no address"), PASSWORD))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> first.make(secret, ada("ada@example.org"), "short"))
                .isInstanceOf(InvalidInput.class);

        assertThat(count()).isZero();
        assertThat(first.make(secret, ada("ada@example.org"), PASSWORD)).isNotNull();
    }

    @Test
    void isOutOfTheQuestionAsSoonAsAnybodyHasAnAccount() {
        var secret = secret(first.link().orElseThrow());
        context.getBean(People.class).ensure(ada("first@example.org"));

        assertThat(first.link()).isEmpty();
        assertThatThrownBy(() -> first.make(secret, ada("eve@example.org"), PASSWORD))
                .isInstanceOf(LinkNotGood.class);
    }

    @Test
    void makesOneAdministratorThoughManyNodesWroteLinksAndAllAreUsedAtOnce() throws Exception {
        var secrets = Collections.nCopies(8, 0).stream()
                .map(i -> secret(first.link().orElseThrow()))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var made = threads
                    .invokeAll(secrets.stream()
                            .map(secret -> (Callable<UUID>)
                                    () -> first.make(secret, ada(secret.substring(0, 9) + "@example.org"), PASSWORD))
                            .toList())
                    .stream()
                    .filter(future -> future.state() == Future.State.SUCCESS)
                    .count();
            assertThat(made).isEqualTo(1);
        }
        assertThat(count()).isEqualTo(1);
    }

    private long count() {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from person")
                .query(Long.class)
                .single();
    }

    private List<String> role(UUID personId) {
        return context.getBean(JdbcClient.class)
                .sql("select role from role_grant where person_id = :id")
                .param("id", personId)
                .query(String.class)
                .list();
    }

    private static NewPerson ada(String email) {
        return new NewPerson(email, "Ada Lovelace");
    }

    private static String secret(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackageClasses = {FirstAdmin.class, LinkNotGood.class},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(FirstAdmin|OneTimeTokens|LinkLetters)"))
    @Import({People.class, Sealing.class, Access.class})
    static class Slice {

        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh().dataSource();
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        DataSourceTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        Relations relations() {
            return new Relations() {};
        }

        @Bean
        PasswordEncoder passwordEncoder() {
            return PasswordEncoderFactories.createDelegatingPasswordEncoder();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
