package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;

/** A conflict of interest in force. */
public record ConflictView(
        UUID id, UUID projectId, UUID personId, ConflictKind kind, String reason, Instant declaredAt) {}
