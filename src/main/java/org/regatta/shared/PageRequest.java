package org.regatta.shared;

/**
 * Which part of a list is wanted.
 *
 * @param number from 0
 * @param size from 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int number, int size) {

    /** Most items on one page. */
    public static final int MAX_SIZE = 200;

    /** Refuses numbers out of range with {@link InvalidInput}. */
    public PageRequest {
        if (number < 0) {
            throw new InvalidInput(new Finding("page", "The page number is negative.", "Pages count from 0."));
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidInput(
                    new Finding("size", "The page size is out of range.", "Ask for 1 to " + MAX_SIZE + " items."));
        }
    }

    /** Rows before this page. */
    public long offset() {
        return (long) number * size;
    }
}
