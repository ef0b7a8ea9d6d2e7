package org.regatta.identity;

import java.time.ZoneId;
import java.util.UUID;

/**
 * What others may know of a person.
 *
 * @param enabled whether the person may sign in
 * @param zone in which the person reads times
 */
public record PersonView(UUID id, String email, String name, boolean enabled, ZoneId zone) {}
