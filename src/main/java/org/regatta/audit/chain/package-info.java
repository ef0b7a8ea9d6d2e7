/**
 * Numbers the audit entries, chains their hashes, seals the chain with signed checkpoints that leave the database, and
 * gives it out as a bundle that anybody can verify. See decision 10 in {@code docs/adr}.
 */
@NullMarked
package org.regatta.audit.chain;

import org.jspecify.annotations.NullMarked;
