/** How an import is taken, checked, applied and ended, in the background. */
@NullMarked
package org.regatta.imports.run;

import org.jspecify.annotations.NullMarked;
