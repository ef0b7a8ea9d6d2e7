/** Seeing the site as another person: read-only, with a reason, for a quarter of an hour, and known to the person seen. */
@NullMarked
package org.regatta.identity.viewas;

import org.jspecify.annotations.NullMarked;
