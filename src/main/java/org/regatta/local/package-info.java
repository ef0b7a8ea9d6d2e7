/**
 * The one-command start: PostgreSQL, an S3 server and a mail catcher inside this process, and people to sign in as. In the
 * background it brings competitions in the middle of things ({@code local.demo}), by the same services people use.
 *
 * <p>Active in the profile {@code local} only, and left out of the production artifact. Everything it keeps is in one
 * folder, {@code .regatta}. It has no tables.
 */
@ApplicationModule(
        displayName = "Local",
        allowedDependencies = {
            "shared",
            "identity",
            "workflow",
            "competition",
            "file",
            "project",
            "projectfile",
            "jury",
            "rubric",
            "evaluation",
            "deliberation",
            "imports",
            "ops"
        })
@NullMarked
package org.regatta.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
