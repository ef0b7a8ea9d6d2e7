package org.regatta.workflow;

import java.util.UUID;

/**
 * How much of the viewer's own work in a round is done.
 *
 * @param done tasks completed
 * @param whole tasks completed and open
 */
public record RoundProgress(UUID roundId, long done, long whole) {}
