package org.regatta.identity.role;

import org.regatta.identity.Access;
import org.regatta.identity.Places;
import org.springframework.stereotype.Component;

/** What decides about a grant. */
@Component
record RoleSources(Granting granting, Access access, Places places, RoleProperties properties) {}
