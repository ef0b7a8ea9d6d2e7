package org.regatta.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param name as the person who uploaded it called it
 * @param format null before the check
 * @param refusal null unless it was refused
 * @param uploadedAt null while parts are missing
 */
public record StoredFile(
        UUID id,
        String name,
        long sizeBytes,
        FileState state,
        @Nullable FileFormat format,
        @Nullable FileRefusal refusal,
        Instant announcedAt,
        @Nullable Instant uploadedAt) {}
