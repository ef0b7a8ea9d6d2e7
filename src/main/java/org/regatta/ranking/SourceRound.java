package org.regatta.ranking;

import java.util.UUID;

/**
 * A round whose results go into a ranking: the ranked round itself, or one before it.
 *
 * @param key as the operands and tie rules of a derivation name it
 * @param readable whether the viewer may open its ranking too
 */
public record SourceRound(UUID roundId, String key, String name, boolean readable) {}
