package org.regatta.project;

import java.time.Instant;

/**
 * When a round is expected to end: it began then, and earlier rounds of the same kind in the program took so long.
 *
 * @param earliest beginning plus the shortest measured duration
 * @param latest beginning plus the longest
 * @param rounds how many were measured
 * @param shortestDays rounded
 * @param longestDays rounded
 */
public record Expectation(Instant earliest, Instant latest, int rounds, long shortestDays, long longestDays) {}
