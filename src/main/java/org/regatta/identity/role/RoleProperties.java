package org.regatta.identity.role;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How roles are granted; keys {@code regatta.identity.*}.
 *
 * @param secondPersonForSuperAdmins whether a second super admin has to agree before somebody becomes one
 */
@ConfigurationProperties("regatta.identity")
record RoleProperties(@DefaultValue("false") boolean secondPersonForSuperAdmins) {}
