/** The people of the site as those see them who administer them. */
@NullMarked
package org.regatta.identity.directory;

import org.jspecify.annotations.NullMarked;
