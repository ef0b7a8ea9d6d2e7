/**
 * The one-command start: PostgreSQL, an S3 server and a mail catcher inside this process, and people to sign in as.
 *
 * <p>Active in the profile {@code local} only, and left out of the production artifact. Everything it keeps is in one
 * folder, {@code .regatta}. It has no tables.
 */
@ApplicationModule(
        displayName = "Local",
        allowedDependencies = {"shared", "identity", "imports", "ops"})
@NullMarked
package org.regatta.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
