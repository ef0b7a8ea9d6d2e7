/** Files of projects under {@code /api/v1}. */
@NullMarked
package org.regatta.projectfile.web.api;

import org.jspecify.annotations.NullMarked;
