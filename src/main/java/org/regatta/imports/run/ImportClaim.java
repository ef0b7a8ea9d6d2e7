package org.regatta.imports.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that this node has taken.
 *
 * @param version the claim's own number: whoever takes the run after us has a higher one, and we may write no more
 * @param attempts this one included
 */
record ImportClaim(
        UUID id, @Nullable UUID competitionId, UUID requestedBy, boolean dryRun, int attempts, int version) {}
