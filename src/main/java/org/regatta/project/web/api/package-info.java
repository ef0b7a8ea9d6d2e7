/** Projects under {@code /api/v1}. */
@NullMarked
package org.regatta.project.web.api;

import org.jspecify.annotations.NullMarked;
