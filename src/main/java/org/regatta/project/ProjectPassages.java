package org.regatta.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What later modules tell the page of a project about its way through the rounds; each says only what the viewer may
 * know. All beans of this type are asked.
 */
public interface ProjectPassages {

    /** What happened to the project, the earliest first. */
    List<Passage> of(UUID projectId);

    /**
     * One thing that happened in a round.
     *
     * @param words key of its message: {@code passage.advances}
     * @param values that the message names
     */
    record Passage(UUID roundId, String words, List<Object> values, Instant at) {}
}
