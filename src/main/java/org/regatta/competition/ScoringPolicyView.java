package org.regatta.competition;

import java.util.UUID;

/**
 * A scoring policy of a competition.
 *
 * @param key unique in the competition
 * @param version goes up with every change; a change says which one it means
 */
public record ScoringPolicyView(
        UUID id, UUID competitionId, String key, String name, ScoringPolicy policy, int version) {}
