package org.regatta.project.mentor;

import java.util.UUID;

/** A project that somebody accompanies, as a list names it. */
public record MentoredProject(UUID id, String number, String title, String competition) {}
