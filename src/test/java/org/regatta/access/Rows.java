package org.regatta.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows into the tables, for worlds that tests make by hand. */
final class Rows {

    private final JdbcClient database;

    Rows(JdbcClient database) {
        this.database = database;
    }

    /** Runs a statement with its values in their order. */
    void put(String statement, Object... values) {
        database.sql(statement).params(List.of(values)).update();
    }

    /** The one value of this type. */
    <T> T one(Class<T> type, String query, Object... values) {
        return database.sql(query).params(List.of(values)).query(type).single();
    }
}
