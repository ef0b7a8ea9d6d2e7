/**
 * The files of projects: what an intake round asks for, what teams add, who may read it.
 *
 * <p>Enter through {@link org.regatta.projectfile.ProjectFiles} (to read), {@link
 * org.regatta.projectfile.ProjectUploads} (to add and remove) and {@link org.regatta.projectfile.FilesAsked}. Content and
 * check are the module {@code file}'s. Tables: {@code project_file}, {@code file_asked} (see {@code
 * db/migration/projectfile}).
 */
@ApplicationModule(
        displayName = "Project files",
        allowedDependencies = {"shared", "identity", "file", "competition", "project"})
@NullMarked
package org.regatta.projectfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
