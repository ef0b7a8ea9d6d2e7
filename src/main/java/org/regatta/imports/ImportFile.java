package org.regatta.imports;

import org.springframework.core.io.InputStreamSource;

/**
 * One uploaded file.
 *
 * @param name as uploaded; folders in it are ignored
 * @param content read once, never more of it than the limit of an upload
 */
public record ImportFile(String name, InputStreamSource content) {}
