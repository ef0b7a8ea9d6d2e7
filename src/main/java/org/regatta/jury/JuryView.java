package org.regatta.jury;

import java.util.UUID;

/**
 * A jury.
 *
 * @param key short name, unique in its competition
 * @param jurors how many are active
 */
public record JuryView(UUID id, UUID competitionId, String key, String name, long jurors) {}
