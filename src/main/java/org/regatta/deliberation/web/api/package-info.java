/** REST of the module deliberation. */
@NullMarked
package org.regatta.deliberation.web.api;

import org.jspecify.annotations.NullMarked;
