package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DeploymentVariablesTest {

    private static final String SECRET = "n7Yp0vX2sD9qLm4RzTb6KcWf1HgJe8Ua";
    /** An {@code .env} of the earlier portal. */
    private static final Map<String, String> OLD = Map.of(
            "DATABASE_URL", "postgresql://mopc:d4tabase@postgres:5432/mopc",
            "NEXTAUTH_URL", "https://portal.example.org/",
            "NEXTAUTH_SECRET", SECRET,
            "MINIO_ENDPOINT", "http://minio:9000",
            "MINIO_ACCESS_KEY", "key",
            "MINIO_SECRET_KEY", "k3ys3cret",
            "SMTP_HOST", "mail.example.org",
            "EMAIL_FROM", "Portal <no-reply@example.org>");

    @ParameterizedTest
    @CsvSource({
        "NEXTAUTH_URL, https://a.example.org, regatta.base-url, https://a.example.org",
        "NEXTAUTH_URL, https://a.example.org/, regatta.base-url, https://a.example.org",
        "NEXTAUTH_URL, https://a.example.org, server.servlet.session.cookie.secure, true",
        "NEXTAUTH_SECRET, n7Yp0vX2sD9qLm4RzTb6KcWf1HgJe8Ub, regatta.secret, n7Yp0vX2sD9qLm4RzTb6KcWf1HgJe8Ub",
        "AUTH_SECRET, n7Yp0vX2sD9qLm4RzTb6KcWf1HgJe8Uc, regatta.secret, n7Yp0vX2sD9qLm4RzTb6KcWf1HgJe8Uc",
        "NEXTAUTH_URL, https://a.example.org, server.servlet.session.cookie.name, __Host-REGATTA",
        "TRUSTED_PROXIES, 10.0.0.0/8, regatta.trusted-proxies, 10.0.0.0/8",
        "SESSION_MAX_AGE, 3600, server.servlet.session.timeout, PT3600S",
        "MAGIC_LINK_EXPIRY, 900, regatta.magic-link-expiry, PT900S",
        "MAX_FILE_SIZE, 524288000, regatta.file.max-size, 524288000B",
        "LOG_LEVEL, debug, logging.level.org.regatta, debug",
        "LOG_LEVEL, debug, logging.level.root, info",
        "LOG_LEVEL, WARN, logging.level.root, warn",
        "MINIO_ENDPOINT, http://s3:8333, regatta.file.endpoint, http://s3:8333",
        "MINIO_PUBLIC_ENDPOINT, https://files.example.org, regatta.file.public-endpoint, https://files.example.org",
        "MINIO_ACCESS_KEY, abc, regatta.file.access-key, abc",
        "MINIO_SECRET_KEY, def, regatta.file.secret-key, def",
        "MINIO_BUCKET, our-files, regatta.file.bucket, our-files",
        "SMTP_HOST, smtp.example.org, spring.mail.host, smtp.example.org",
        "SMTP_PORT, 587, spring.mail.port, 587",
        "SMTP_PORT, 465, spring.mail.properties.mail.smtp.ssl.enable, true",
        "SMTP_USER, me, spring.mail.username, me",
        "SMTP_USER, me, spring.mail.properties.mail.smtp.auth, true",
        "SMTP_PASS, xyz, spring.mail.password, xyz",
        "EMAIL_FROM, no-reply@example.org, regatta.mail.from, no-reply@example.org",
        "CRON_SECRET, tick, regatta.cron.secret, tick",
        "OPENAI_API_KEY, sk-1, regatta.ai.openai-api-key, sk-1",
        "OPENAI_MODEL, gpt-4o, regatta.ai.openai-model, gpt-4o",
        "OPENAI_BASE_URL, http://proxy:4000, regatta.ai.openai-base-url, http://proxy:4000",
        "ANTHROPIC_API_KEY, sk-2, regatta.ai.anthropic-api-key, sk-2",
        "POSTE_API_URL, https://mail.example.org/api, regatta.poste.api-url, https://mail.example.org/api",
        "POSTE_ADMIN_EMAIL, admin@example.org, regatta.poste.admin-email, admin@example.org",
        "POSTE_ADMIN_PASSWORD, p0ste, regatta.poste.admin-password, p0ste",
        "POSTE_MAIL_DOMAIN, example.org, regatta.poste.mail-domain, example.org",
        "DATABASE_URL, postgresql://u:p@h/db, spring.datasource.username, u"
    })
    void setsThePropertyOfEachOldName(String variable, String value, String property, String expected) {
        var environment = started(with(variable, value));

        assertThat(environment.getProperty(property)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NEXTAUTH_URL, portal.example.org",
        "NEXTAUTH_URL, ftp://hunter2",
        "TRUSTED_PROXIES, hunter2",
        "SESSION_MAX_AGE, hunter2",
        "SESSION_MAX_AGE, 0",
        "MAGIC_LINK_EXPIRY, 15m",
        "MAX_FILE_SIZE, 500MB",
        "LOG_LEVEL, hunter2",
        "MINIO_ENDPOINT, minio:9000",
        "MINIO_PUBLIC_ENDPOINT, hunter2",
        "SMTP_PORT, 70000",
        "SMTP_PORT, hunter2",
        "EMAIL_FROM, hunter2 at example.org",
        "OPENAI_BASE_URL, hunter2",
        "POSTE_API_URL, hunter2",
        "POSTE_ADMIN_EMAIL, hunter2 hunter2",
        "DATABASE_URL, hunter2"
    })
    void refusesAMalformedValueByNameWithARemedyAndWithoutTheValue(String variable, String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started(with(variable, value)))
                .satisfies(refused -> {
                    assertThat(refused.getMessage()).contains(variable).doesNotContain("hunter2");
                    assertThat(refused.remedy()).contains("Set " + variable).doesNotContain("hunter2");
                });
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started(Map.of()))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains(
                                "DATABASE_URL",
                                "NEXTAUTH_URL",
                                "NEXTAUTH_SECRET",
                                "MINIO_ENDPOINT",
                                "MINIO_ACCESS_KEY",
                                "MINIO_SECRET_KEY",
                                "SMTP_HOST",
                                "EMAIL_FROM"));
    }

    @ParameterizedTest
    @CsvSource({
        "NEXTAUTH_SECRET, change-me",
        "NEXTAUTH_SECRET, local-demo-secret-that-everybody-knows",
        "MINIO_SECRET_KEY, minioadmin",
        "MINIO_SECRET_KEY, regatta-local-secret",
        "DATABASE_URL, postgresql://regatta:Change-Me@h/db",
        "SMTP_PASS, change-me",
        "CRON_SECRET, secret",
        "NEXTAUTH_SECRET, only-for-development-on-one-machine-3f9c",
        "DATABASE_URL, postgresql://regatta:only-for-development@h/db",
        "MINIO_SECRET_KEY, only-for-development"
    })
    void refusesSecretsThatEverybodyKnows(String variable, String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started(with(variable, value)))
                .withMessageContaining("everybody knows")
                .withMessageContaining(variable);
    }

    @Test
    void takesTheSecretsOfDevelopmentOnOneMachineOnly() {
        var development = with("NEXTAUTH_SECRET", "only-for-development-on-one-machine-3f9c");
        development.put("NEXTAUTH_URL", "http://localhost:8080");

        assertThat(started(development).getProperty("regatta.base-url")).isEqualTo("http://localhost:8080");
    }

    @Test
    void refusesAShortSecret() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> started(with("NEXTAUTH_SECRET", "hunter2")))
                .withMessageContaining("NEXTAUTH_SECRET is shorter");
    }

    @Test
    void prefersAPropertysOwnNameAndTakesAnEmptyVariableAsNotSet() {
        var variables = new HashMap<>(with("OPENAI_MODEL", " "));
        variables.put("REGATTA_BASE_URL", "https://own.example.org");

        var environment = started(variables);

        assertThat(environment.getProperty("regatta.base-url")).isEqualTo("https://own.example.org");
        assertThat(environment.containsProperty("regatta.ai.openai-model")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "4, 8", "16, 32", "128, 40"})
    void keepsTwiceAsManyConnectionsAsThereAreProcessorsButNeitherTooFewNorTooMany(int processors, int connections) {
        assertThat(DeploymentVariables.connections(processors)).isEqualTo(connections);
    }

    @Test
    void givesThePoolItsSizeUnlessTheDeploymentDoes() {
        var ofThisMachine = DeploymentVariables.connections(Runtime.getRuntime().availableProcessors());
        var inAddress = with("DATABASE_URL", "postgresql://u:d4tabase@h/db?connection_limit=25");
        var underItsOwnName = with("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "7");

        assertThat(pool(OLD).getMaximumPoolSize()).isEqualTo(ofThisMachine);
        assertThat(pool(inAddress).getMaximumPoolSize()).isEqualTo(25);
        assertThat(pool(underItsOwnName).getMaximumPoolSize()).isEqualTo(7);
    }

    private static HikariConfig pool(Map<String, String> variables) {
        return Binder.get(started(variables))
                .bind("spring.datasource.hikari", HikariConfig.class)
                .get();
    }

    @Test
    void leavesTheServersToTheLocalProfile() {
        var environment = environment(OLD);
        environment.setActiveProfiles("local");

        new DeploymentVariables().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.datasource.url")).isNull();
        assertThat(environment.getProperty("regatta.file.endpoint")).isNull();
        assertThat(environment.getProperty("spring.mail.host")).isNull();
        assertThat(environment.getProperty("spring.datasource.hikari.maximum-pool-size"))
                .isNull();
    }

    @Test
    void bindsToTypesThatDoNotShowTheirSecrets() {
        var variables = new HashMap<>(with("OPENAI_API_KEY", "sk-hunter2"));
        variables.put("POSTE_ADMIN_PASSWORD", "hunter2");
        variables.put("CRON_SECRET", "hunter2");

        var deployment = Binder.get(started(variables))
                .bind("regatta", DeploymentProperties.class)
                .get();

        assertThat(deployment.baseUrl()).hasHost("portal.example.org");
        assertThat(deployment.secret().value()).isEqualTo(SECRET);
        assertThat(deployment.toString()).doesNotContain("hunter2").doesNotContain(SECRET);
    }

    @Test
    void areAllDescribedInTheExample() throws IOException {
        var described = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of(".env.example"))) {
            if (line.matches("#? ?[A-Z_]+=.*")) {
                described.add(line.replaceAll("^#? ?([A-Z_]+)=.*", "$1"));
            }
        }

        List<String> variables =
                new ArrayList<>(Arrays.stream(Variable.values()).map(Enum::name).toList());
        variables.add(DatabaseUrl.VARIABLE);
        assertThat(described).containsAll(variables).doesNotHaveDuplicates();
    }

    private static Map<String, String> with(String variable, String value) {
        var variables = new HashMap<>(OLD);
        variables.put(variable, value);
        return variables;
    }

    private static StandardEnvironment started(Map<String, String> variables) {
        var environment = environment(variables);
        new DeploymentVariables().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static StandardEnvironment environment(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        return environment;
    }
}
