/** What people say about themselves. */
@NullMarked
package org.regatta.identity.profile;

import org.jspecify.annotations.NullMarked;
