package org.regatta.projectfile;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a team is about to upload.
 *
 * @param name with an ending that the type has
 * @param replacesId a file of the same type that goes when this one has arrived; null: none
 */
public record NewProjectFile(
        @NotNull FileType type,
        @NotNull String name,
        long sizeBytes,
        @Nullable UUID replacesId) {}
