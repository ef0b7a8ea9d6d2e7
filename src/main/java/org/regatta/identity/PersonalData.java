package org.regatta.identity;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regatta.shared.Sha256;
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

    /** What people are called once they are erased, e.g. {@code Person 0A1B2C3D}. */
    static String pseudonym(UUID personId) {
        var bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits())
                .array();
        return "Person " + HexFormat.of().withUpperCase().formatHex(Sha256.of(bytes), 0, Integer.BYTES);
    }

    /**
     * Puts the pseudonym for the person's name and address into texts that stay, such as those that results rest on.
     *
     * @param statement sets columns by {@code regexp_replace(column, :named, :pseudonym, 'gi')}, cut where the column is
     *     short, since a pseudonym may be longer than a name; the person is the parameter {@code person}
     */
    static void rename(JdbcClient jdbc, PersonView person, String statement) {
        jdbc.sql(statement)
                .param("person", person.id())
                .param("named", named(person))
                .param("pseudonym", pseudonym(person.id()))
                .update();
    }

    /** The person's name or address as a regular expression of PostgreSQL; no part of a longer word. */
    static String named(PersonView person) {
        return Stream.of(person.name(), person.email())
                .map(text -> text.replaceAll("[^\\p{L}\\p{M}\\p{N}\\s]", "\\\\$0"))
                .collect(Collectors.joining("|", "(?<!\\w)(?:", ")(?!\\w)"));
    }

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
