/** REST of the module rubric. */
@NullMarked
package org.regatta.rubric.web.api;

import org.jspecify.annotations.NullMarked;
