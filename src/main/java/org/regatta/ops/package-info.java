/**
 * Runs the platform: what a deployment sets and what it must not, whether everything is well.
 *
 * <p>Enter through {@code .env.example} and {@code GET /api/health}. No module depends on this one but {@code local}.
 * It has no tables.
 */
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {"shared", "identity"})
@NullMarked
package org.regatta.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
