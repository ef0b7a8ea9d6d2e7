/**
 * Brings a whole competition in from files: one {@code competition.yaml} and CSV tables beside it, checked completely
 * before anything is written, applied all or nothing in the background.
 *
 * <p>Enter through {@link org.regatta.imports.Imports}. {@code imports.text} reads YAML and CSV with the place of every
 * value, {@code imports.bundle} knows what a bundle may say. Tables: {@code import_run},
 * {@code imported_score} (see {@code db/migration/imports}). Bundles shipped with Regatta: {@code src/main/resources/bundles/}.
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "shared",
            "identity",
            "competition",
            "project",
            "projectfile",
            "jury",
            "rubric",
            "evaluation"
        })
@NullMarked
package org.regatta.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
