package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets that a test sends through the application, to look afterwards where they got to. */
final class Canaries {

    private static final int SHORTEST = 8;

    private final Map<String, String> secrets = new LinkedHashMap<>();

    /** Remembers a secret under a name for people; gives it back. */
    String keep(String name, String secret) {
        // what is shorter turns up by chance
        assertThat(secret).as(name).hasSizeGreaterThanOrEqualTo(SHORTEST);
        secrets.put(name, secret);
        return secret;
    }

    /** How many there are. */
    int count() {
        return secrets.size();
    }

    /** The names of those that stand in a text, as they are or in hexadecimal digits. */
    List<String> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()) || lower.contains(hex(secret.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where they stand in the database, {@code table: secret}: every column of every table, bytes included. */
    List<String> in(JdbcClient jdbc) {
        return in(jdbc, tables(jdbc));
    }

    /** The same of these tables only. */
    List<String> in(JdbcClient jdbc, List<String> tables) {
        var patterns = secrets.values().stream()
                .flatMap(secret -> List.of("%" + escaped(secret) + "%", "%" + hex(secret) + "%").stream())
                .toArray(String[]::new);
        var found = new ArrayList<String>();
        for (var table : tables) {
            // a row as text has its bytes in hexadecimal digits
            jdbc.sql("select r::text from " + table + " r where r::text like any(:patterns)")
                    .param("patterns", patterns)
                    .query(String.class)
                    .list()
                    .forEach(row -> in(row).forEach(secret -> found.add(table + ": " + secret)));
        }
        return found;
    }

    /** Every table that rows can stand in. */
    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("""
                        select quote_ident(table_name) from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
                        """).query(String.class).list();
    }

    private static String escaped(String secret) {
        return secret.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
