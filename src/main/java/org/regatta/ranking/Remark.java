package org.regatta.ranking;

import java.util.Map;
import java.util.UUID;

/**
 * What a juror wrote about a project.
 *
 * @param juror label
 * @param comment for the jury; may be empty
 * @param texts answers to the rubric's questions in words, by criterion key
 */
public record Remark(UUID projectId, UUID jurorId, String juror, String comment, Map<String, String> texts) {}
