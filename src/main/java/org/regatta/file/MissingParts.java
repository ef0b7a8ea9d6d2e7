package org.regatta.file;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What of a file has not arrived.
 *
 * @param arrivedBytes of all parts that have
 * @param missing the first parts that have not, at most {@value #MOST}; empty: the upload can be completed
 * @param validUntil when the addresses stop to work; ask again then
 */
public record MissingParts(long arrivedBytes, long sizeBytes, List<Part> missing, Instant validUntil) {

    /** Addresses given at once. */
    public static final int MOST = 20;

    /**
     * A piece of the file, to be sent with PUT to its address and exactly as long as it says.
     *
     * @param number from 1
     * @param offset of its first byte in the file
     */
    public record Part(int number, long offset, long sizeBytes, URI address) {}
}
