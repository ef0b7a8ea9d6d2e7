package org.regatta.workflow.standing;

/** A job of the engine that has no retries left. */
public record StoppedJob(String incidentId, String jobId, String processKey, String stepId, String businessKey) {}
