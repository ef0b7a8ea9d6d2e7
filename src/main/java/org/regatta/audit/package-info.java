/**
 * Who did what, when: every event is written down in the transaction that it happened in.
 *
 * <p>Enter through {@link org.regatta.audit.AuditLog} to read and {@link org.regatta.audit.AuditExports} to trust; entries
 * come by themselves, from every {@link org.regatta.shared.DomainEvent}. {@code chain} numbers, hashes and seals them,
 * {@code verify} checks them without Regatta. Tables: {@code audit_*} (see {@code db/migration/audit}). Nothing depends on
 * this module.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "identity", "file", "workflow", "competition", "project"})
@NullMarked
package org.regatta.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
