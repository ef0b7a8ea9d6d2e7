package org.regatta.imports.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.imports.ImportState;
import org.regatta.imports.ImportSummary;
import org.regatta.shared.Finding;

/** How an import ended. */
record ImportOutcome(
        ImportState state,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        List<Finding> findings,
        int findingsTotal,
        ImportSummary summary) {}
