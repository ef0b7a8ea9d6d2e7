package org.regatta.jury;

import java.util.UUID;

/**
 * A juror who could still be given a project.
 *
 * @param label how this juror is named where names are not shown
 * @param load how many projects of the round the juror has
 */
public record FreeJuror(UUID jurorId, UUID personId, String label, long load) {}
