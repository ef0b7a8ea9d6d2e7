/** REST for rankings. */
@NullMarked
package org.regatta.ranking.web.api;

import org.jspecify.annotations.NullMarked;
