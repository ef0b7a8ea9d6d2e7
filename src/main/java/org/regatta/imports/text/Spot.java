package org.regatta.imports.text;

/**
 * Where something stands in a file.
 *
 * @param line from 1
 * @param column from 1: a character in YAML, a cell in CSV
 */
public record Spot(String file, int line, int column) {

    /** The beginning of a file. */
    public static Spot startOf(String file) {
        return new Spot(file, 1, 1);
    }

    /** {@code projects.csv:12:3}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
