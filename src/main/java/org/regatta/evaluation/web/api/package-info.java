/** REST of the module evaluation. */
@NullMarked
package org.regatta.evaluation.web.api;

import org.jspecify.annotations.NullMarked;
