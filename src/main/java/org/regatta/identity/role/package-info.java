/** Roles: who may grant and withdraw them where, and whose roles those are. */
@NullMarked
package org.regatta.identity.role;

import org.jspecify.annotations.NullMarked;
