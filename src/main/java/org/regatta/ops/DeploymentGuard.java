package org.regatta.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses to start a deployment that lacks a setting, or whose secrets are known to everybody. */
final class DeploymentGuard {

    private static final String LOCAL_SERVICES = "org.regatta.local.LocalServices";
    private static final int SECRET_LENGTH = 32;

    /** What a deployment cannot do without: property, and the variable with what to set it to. */
    private static final Map<String, String> REQUIRED = required();

    private static final Map<String, String> SECRETS = Map.of(
            "regatta.secret", "NEXTAUTH_SECRET",
            "spring.datasource.password", "DATABASE_URL (its password)",
            "regatta.file.secret-key", "MINIO_SECRET_KEY",
            "regatta.cron.secret", "CRON_SECRET",
            "spring.mail.password", "SMTP_PASS",
            "regatta.poste.admin-password", "POSTE_ADMIN_PASSWORD");

    /** Values of examples, demos and default installations; all in lower case. */
    private static final Set<String> DEMO = Set.of(
            "change-me",
            "changeme",
            "change_me",
            "password",
            "secret",
            "admin",
            "demo",
            "test",
            "postgres",
            "regatta",
            "mopc",
            "minioadmin",
            "regatta-demo",
            "regatta-local-secret",
            "local-demo-secret-that-everybody-knows");

    /** Values of docker/docker-compose.dev.yml, which serves one machine only. */
    private static final Set<String> DEVELOPMENT =
            Set.of("only-for-development", "only-for-development-on-one-machine-3f9c");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private DeploymentGuard() {}

    /**
     * Looks at the settings; the local profile and tests need none, but exist in a checkout only.
     *
     * @throws StartRefused with every finding at once
     */
    static void check(ConfigurableEnvironment environment) {
        if (environment.acceptsProfiles(Profiles.of(DeploymentVariables.LOCAL)) && !isCheckout()) {
            throw new StartRefused(
                    "The profile local needs the embedded servers, which this artifact leaves out.",
                    "Remove local from SPRING_PROFILES_ACTIVE and set the variables of .env.example, or start Regatta"
                            + " from a checkout with mvn spring-boot:run.");
        }
        if (!isDeployment(environment)) {
            return;
        }
        var missing = REQUIRED.entrySet().stream()
                .filter(setting -> isBlank(environment, setting.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "These settings are missing:\n\n  " + String.join("\n  ", missing),
                    "Set them in the environment; .env.example describes each. To try Regatta without any server, use"
                            + " mvn spring-boot:run in a checkout.");
        }
        refuseDemoValues(environment);
    }

    /** Whether this is no start of the local profile or of tests, which both need a checkout. */
    static boolean isDeployment(ConfigurableEnvironment environment) {
        return !isCheckout() || !environment.acceptsProfiles(Profiles.of("local | test"));
    }

    private static boolean isCheckout() {
        return ClassUtils.isPresent(LOCAL_SERVICES, DeploymentGuard.class.getClassLoader());
    }

    private static void refuseDemoValues(ConfigurableEnvironment environment) {
        List<String> known = new ArrayList<>();
        var host = UriComponentsBuilder.fromUriString(environment.getRequiredProperty("regatta.base-url"))
                .build()
                .getHost();
        var elsewhere = host == null || !THIS_MACHINE.contains(host);
        SECRETS.forEach((property, variable) -> {
            var value = environment.getProperty(property, "");
            if (DEMO.contains(value.toLowerCase(Locale.ROOT)) || (elsewhere && DEVELOPMENT.contains(value))) {
                known.add(variable);
            }
        });
        if (!known.isEmpty()) {
            known.sort(null);
            throw new StartRefused(
                    "These secrets have a value that everybody knows: " + String.join(", ", known) + ".",
                    "Set each to a value of your own, for instance the output of: openssl rand -base64 32");
        }
        if (environment.getRequiredProperty("regatta.secret").length() < SECRET_LENGTH) {
            throw new StartRefused(
                    "NEXTAUTH_SECRET is shorter than " + SECRET_LENGTH + " characters.",
                    "Set NEXTAUTH_SECRET to the output of: openssl rand -base64 32");
        }
    }

    private static boolean isBlank(ConfigurableEnvironment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }

    private static Map<String, String> required() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.datasource.url", "DATABASE_URL: postgresql://user:password@host:5432/database");
        settings.put("regatta.base-url", "NEXTAUTH_URL: where people find Regatta, https://regatta.example.org");
        settings.put("regatta.secret", "NEXTAUTH_SECRET (or AUTH_SECRET): the output of: openssl rand -base64 32");
        settings.put("regatta.file.endpoint", "MINIO_ENDPOINT: the S3 server as Regatta reaches it, http://s3:8333");
        settings.put("regatta.file.access-key", "MINIO_ACCESS_KEY: the S3 server's access key");
        settings.put("regatta.file.secret-key", "MINIO_SECRET_KEY: the S3 server's secret key");
        settings.put("spring.mail.host", "SMTP_HOST: the mail server");
        settings.put("regatta.mail.from", "EMAIL_FROM: the sender, Regatta <no-reply@example.org>");
        return settings;
    }
}
