package org.regatta.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses a database that a newer Regatta has migrated, at every start: Flyway overlooks migrations it does not know, and an
 * older version would go on to read and write tables whose rules it has never heard of.
 */
@Component
class MigrationGuard implements FlywayMigrationStrategy {

    /** Flyway's own table. */
    static final String HISTORY = "flyway_schema_history";

    private static final String FILES = "classpath:db/migration/*/V*__*.sql";

    @Override
    public void migrate(Flyway flyway) {
        var database = flyway.getConfiguration().getDataSource();
        refuseNewer(JdbcClient.create(Objects.requireNonNull(database)));
        flyway.migrate();
    }

    /**
     * Compares what was migrated with the migrations of this version.
     *
     * @throws StartRefused if one is not among them
     */
    static void refuseNewer(JdbcClient rows) {
        if (!hasHistory(rows)) {
            return;
        }
        var known = known();
        var unknown = rows
                .sql("select version, description from " + HISTORY + " where version is not null order by version")
                .query(Migration.class)
                .stream()
                .filter(migration -> !known.contains(migration.version()))
                .toList();
        if (!unknown.isEmpty()) {
            throw refused(unknown, known.last());
        }
    }

    private record Migration(String version, String description) {}

    private static boolean hasHistory(JdbcClient rows) {
        return rows.sql("select to_regclass(:history) is not null")
                .param("history", HISTORY)
                .query(Boolean.class)
                .single();
    }

    /** Versions are minutes, all of the same length. */
    private static TreeSet<String> known() {
        try {
            var versions = new TreeSet<String>();
            Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .forEach(file -> versions.add(file.substring(1, file.indexOf("__"))));
            return versions;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static StartRefused refused(List<Migration> unknown, String newest) {
        var last = unknown.getLast();
        var others = unknown.size() - 1;
        return new StartRefused(
                "A newer Regatta has migrated this database: it holds migration " + last.version() + " ("
                        + last.description() + ")" + (others > 0 ? " and " + others + " more" : "")
                        + ", which this version does not know; the newest it knows is " + newest
                        + ". Nothing was changed.",
                "Start the version that migrated the database, or one after it. The way back to this version is the backup"
                        + " taken before the upgrade (docs/operating.md, Upgrade). In a checkout, go to the newer commit,"
                        + " or delete the folder .regatta and start afresh.");
    }
}
