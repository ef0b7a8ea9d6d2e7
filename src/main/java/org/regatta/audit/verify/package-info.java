/**
 * How the chain over the audit entries is made and checked. Plain Java without any library, so that an auditor can run
 * {@link org.regatta.audit.verify.VerifyAudit} on an exported bundle without Regatta, its database or its class path.
 */
@NullMarked
package org.regatta.audit.verify;

import org.jspecify.annotations.NullMarked;
