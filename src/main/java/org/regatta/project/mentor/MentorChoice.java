package org.regatta.project.mentor;

import java.util.UUID;

/** Somebody who could be named. */
public record MentorChoice(UUID personId, String name) {}
