package org.regatta.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one module holds about a person, in its own tables. Every module that stores something by or about people has one:
 * the export of a person's data and their erasure ask all of them. Checks no rights.
 */
public interface PersonalData {

    /** The name of the part in the export: lower case, the module's. */
    String part();

    /** Everything the module holds about the person: by name of the list its rows, each with columns and plain values. */
    Map<String, List<Map<String, Object>>> of(UUID personId);

    /**
     * Takes away what names or describes the person and is no result. What others' results rest on stays under the id, which
     * is a pseudonym from then on. In the transaction of the caller; the person's account still has its name.
     */
    default void forget(PersonView person) {}

    /**
     * Rows of several queries.
     *
     * @param queries by name of the list; the person is the parameter {@code person}; columns of types that JSON does not
     *     know are cast to text
     */
    static Map<String, List<Map<String, Object>>> rows(JdbcClient jdbc, UUID personId, Map<String, String> queries) {
        var rows = new LinkedHashMap<String, List<Map<String, Object>>>();
        queries.forEach((name, sql) ->
                rows.put(name, jdbc.sql(sql).param("person", personId).query().listOfRows()));
        return rows;
    }
}
