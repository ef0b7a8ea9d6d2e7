package org.regatta.identity;

import java.util.UUID;

/**
 * What others may know of a person.
 *
 * @param enabled whether the person may sign in
 */
public record PersonView(UUID id, String email, String name, boolean enabled) {}
