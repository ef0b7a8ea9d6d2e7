package org.regatta.projectfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.file.FileFormat;
import org.regatta.file.FileRefusal;
import org.regatta.file.FileState;

/**
 * A file of a project as its readers see it.
 *
 * @param number from 1 among the files of its type
 * @param name as its team called it; null where the viewer must not know who is behind the project
 * @param format null before the check
 * @param refusal null unless it was refused
 * @param uploadedAt null while parts are missing
 */
public record ProjectFileView(
        UUID id,
        UUID projectId,
        FileType type,
        int number,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        long sizeBytes,
        FileState state,
        @Nullable FileFormat format,
        @Nullable FileRefusal refusal,
        @Nullable Instant uploadedAt) {}
