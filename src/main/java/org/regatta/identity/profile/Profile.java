package org.regatta.identity.profile;

import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;

/**
 * What a person says about themselves.
 *
 * @param name as others read it
 * @param language in which letters are written: {@code en} or {@code fr}
 * @param zone in which times are read, for instance {@code Europe/Paris}; empty for that of each competition
 * @param primaryRole where the person begins; null: the highest role held
 */
public record Profile(
        String name, String language, String zone, @Nullable Role primaryRole) {}
