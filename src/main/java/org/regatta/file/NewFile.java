package org.regatta.file;

import java.util.Set;

/**
 * A file that somebody is about to upload.
 *
 * @param name with an ending that one of {@code accepts} has
 * @param accepts formats that are taken
 * @param maxBytes the largest that is taken; the limit of the deployment counts as well
 */
public record NewFile(String name, long sizeBytes, Set<FileFormat> accepts, long maxBytes) {}
