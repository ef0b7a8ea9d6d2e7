/**
 * Files in the object store (S3): announced, uploaded straight from the browser in parts, in quarantine until they are
 * checked, fetched over short-lived addresses, deleted from an outbox. A dead store stops none of Regatta's own work.
 *
 * <p>Enter through {@link org.regatta.file.StoredFiles} (what is known of a file) and {@link org.regatta.file.Transfers}
 * (the way of its bytes); react to {@link org.regatta.file.FileSettled}. {@link
 * org.regatta.file.KeptTexts} keeps small texts beside them. It checks no rights: the module that a file
 * belongs to does. Set by {@code regatta.file.*}, in a deployment by the {@code MINIO_*} variables. Tables:
 * {@code stored_file}, {@code object_deletion} (see {@code db/migration/file}).
 */
@ApplicationModule(displayName = "Files", allowedDependencies = "shared")
@NullMarked
package org.regatta.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
