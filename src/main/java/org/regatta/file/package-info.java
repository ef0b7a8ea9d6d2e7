/**
 * The door to the object store (S3): its client and whether it answers. Uploads come with the project files.
 *
 * <p>Set by {@code regatta.file.*}, in a deployment by the {@code MINIO_*} variables. It has no tables.
 */
@ApplicationModule(displayName = "Files", allowedDependencies = "shared")
@NullMarked
package org.regatta.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
