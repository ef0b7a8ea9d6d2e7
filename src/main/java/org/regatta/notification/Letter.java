package org.regatta.notification;

import java.util.UUID;

/** A letter as this person will read it. */
public record Letter(UUID personId, String name, String email, String subject, String body) {}
