package org.regatta.file;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file was checked. For the module that the file belongs to, which says what that means.
 *
 * @param refusal null: it passed
 */
public record FileSettled(UUID fileId, @Nullable FileRefusal refusal) {}
