package org.regatta.workflow.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sequence flow a process instance has just taken. */
record FlowTaken(
        String processInstanceId,
        String executionId,
        String processKey,
        int processVersion,
        @Nullable String businessKey,
        String flowId,
        String sourceId,
        String targetId,
        Instant takenAt) {}
