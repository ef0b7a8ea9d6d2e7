package org.regatta.deliberation;

import org.springframework.stereotype.Component;

/** Everything that reads and writes this module's tables. */
@Component
record DecisionTables(
        DecisionRepository decisions, DecisionList list, DecisionBatches batches, DecisionReleases releases) {}
