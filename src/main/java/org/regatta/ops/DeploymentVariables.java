package org.regatta.ops;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;

/**
 * Turns a deployment's variables into properties, adds what follows from the machine, and then asks {@link DeploymentGuard}
 * whether they will do. A property set under its own name ({@code REGATTA_BASE_URL}) wins over the variable; an empty
 * variable counts as not set.
 */
class DeploymentVariables implements EnvironmentPostProcessor, Ordered {

    static final String LOCAL = "local";
    /** Profiles are known from here on. */
    static final int ORDER = ConfigDataEnvironmentPostProcessor.ORDER + 1;

    private static final String SOURCE = "deploymentVariables";
    private static final String DEFAULTS = "deploymentDefaults";
    private static final String POOL = "spring.datasource.hikari.maximum-pool-size";

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var local = environment.acceptsProfiles(Profiles.of(LOCAL));
        var properties = new LinkedHashMap<String, Object>();
        for (var variable : Variable.values()) {
            var value = value(environment, variable.name());
            if (value != null && !(local && variable.embeddedLocally())) {
                properties.put(variable.property(), variable.read(value));
            }
        }
        var database = value(environment, DatabaseUrl.VARIABLE);
        if (database != null && !local) {
            properties.putAll(DatabaseUrl.properties(database));
        }
        derive(properties);
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(SOURCE, properties));
        if (DeploymentGuard.isDeployment(environment)) {
            var connections = connections(Runtime.getRuntime().availableProcessors());
            environment.getPropertySources().addLast(new MapPropertySource(DEFAULTS, Map.of(POOL, connections)));
        }
        DeploymentGuard.check(environment);
    }

    /**
     * How many connections a node of a deployment keeps where nobody says: twice the processors, as more than that gives
     * nothing. A single processor gets two more, since some work needs a second one beside its own (a lockout, the bar of an
     * import); no node takes more than four tenths of what PostgreSQL lets in by default.
     */
    static int connections(int processors) {
        return Math.clamp(2L * processors, 4, 40);
    }

    /** What follows from the variables: how a mail server on this port is spoken to, whether cookies need https. */
    private static void derive(Map<String, Object> properties) {
        if ("465".equals(properties.get(Variable.SMTP_PORT.property()))) {
            properties.put("spring.mail.properties.mail.smtp.ssl.enable", "true");
        }
        if (properties.containsKey(Variable.SMTP_USER.property())) {
            properties.put("spring.mail.properties.mail.smtp.auth", "true");
        }
        if (properties.get(Variable.NEXTAUTH_URL.property()) instanceof String url && url.startsWith("https://")) {
            properties.put("server.servlet.session.cookie.secure", "true");
            // browsers take such a cookie over https only, from this host only and for all of it
            properties.put("server.servlet.session.cookie.name", "__Host-REGATTA");
        }
        // the libraries' own debug output would bury ours
        if (properties.get(Variable.LOG_LEVEL.property()) instanceof String level) {
            properties.put("logging.level.root", "debug".equals(level) || "trace".equals(level) ? "info" : level);
        }
    }

    private static @Nullable String value(ConfigurableEnvironment environment, String name) {
        var value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
