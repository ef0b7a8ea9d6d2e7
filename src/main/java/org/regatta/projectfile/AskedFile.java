package org.regatta.projectfile;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A type of file that an intake round asks for.
 *
 * @param required without it a team cannot hand in
 * @param maxBytes the largest that is taken, at most the limit of the deployment
 */
public record AskedFile(
        @NotNull FileType type, boolean required, @Min(1) long maxBytes) {}
