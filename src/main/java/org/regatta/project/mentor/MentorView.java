package org.regatta.project.mentor;

import java.time.Instant;
import java.util.UUID;

/** Somebody who is named as mentor of a project. */
public record MentorView(UUID personId, String name, Instant namedAt) {}
