package org.regatta.ops;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code DATABASE_URL}: {@code postgresql://user:password@host:port/database?parameters}. */
final class DatabaseUrl {

    static final String VARIABLE = "DATABASE_URL";

    private static final Pattern FORM = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:@/]+)(?::(?<password>[^@/]*))?@)?"
            + "(?<hosts>[^/?@]+)/(?<database>[^/?]+)(?:\\?(?<parameters>.*))?");
    private static final String REMEDY = "Set " + VARIABLE + " to postgresql://user:password@host:5432/database, with"
            + " special characters of user and password percent-encoded (@ is %40, : is %3A, / is %2F, % is %25),"
            + " without quotes.";

    private DatabaseUrl() {}

    /**
     * The data source's properties.
     *
     * @throws StartRefused if it has another form; the message does not repeat it
     */
    static Map<String, String> properties(String url) {
        var match = FORM.matcher(url.strip());
        if (!match.matches()) {
            throw malformed();
        }
        var properties = new LinkedHashMap<String, String>();
        if (match.group("user") == null) {
            throw new StartRefused(VARIABLE + " names no user.", REMEDY);
        }
        properties.put("spring.datasource.username", decoded(match.group("user")));
        properties.put(
                "spring.datasource.password", decoded(match.group("password") == null ? "" : match.group("password")));
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("reWriteBatchedInserts", "true");
        if (match.group("parameters") != null) {
            for (var parameter : match.group("parameters").split("&", -1)) {
                read(parameter, parameters, properties);
            }
        }
        var query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        properties.put(
                "spring.datasource.url",
                "jdbc:postgresql://" + match.group("hosts") + "/" + match.group("database") + query);
        return properties;
    }

    /** Prisma's parameters become the driver's or the pool's; the driver's own pass through. */
    private static void read(String parameter, Map<String, String> driver, Map<String, String> properties) {
        if (parameter.isEmpty()) {
            return;
        }
        var equals = parameter.indexOf('=');
        if (equals < 1) {
            throw malformed();
        }
        var name = parameter.substring(0, equals);
        var value = decoded(parameter.substring(equals + 1));
        switch (name) {
            case "schema" -> driver.put("currentSchema", value);
            case "connect_timeout" -> driver.put("connectTimeout", seconds(name, value));
            case "socket_timeout" -> driver.put("socketTimeout", seconds(name, value));
            case "application_name" -> driver.put("ApplicationName", value);
            case "connection_limit" -> properties.put("spring.datasource.hikari.maximum-pool-size", whole(name, value));
            case "pool_timeout" ->
                properties.put(
                        "spring.datasource.hikari.connection-timeout",
                        Long.toString(Duration.ofSeconds(Long.parseLong(seconds(name, value)))
                                .toMillis()));
            case "pgbouncer", "statement_cache_size" -> {
                // about Prisma's own client; the driver's statements need neither
            }
            default -> driver.put(name, value);
        }
    }

    private static String whole(String name, String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new StartRefused(
                    VARIABLE + " has a malformed parameter " + name + ".",
                    "Set " + name + " in " + VARIABLE + " to a whole number above 0, or leave it out.");
        }
        return value;
    }

    /** As Prisma means it, and the driver and the pool too: 0 waits without limit. */
    private static String seconds(String name, String value) {
        return value.equals("0") ? value : whole(name, value);
    }

    private static String decoded(String text) {
        try {
            // a plus is a plus in this place of an address
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static StartRefused malformed() {
        return new StartRefused(VARIABLE + " is malformed.", REMEDY);
    }
}
