/**
 * Who did what, when: every event is written down in the transaction that it happened in.
 *
 * <p>Enter through {@link org.regatta.audit.AuditLog}. Tables: {@code audit_entry} (see {@code db/migration/audit}).
 * Nothing depends on this module.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "identity", "workflow", "competition", "project"})
@NullMarked
package org.regatta.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
