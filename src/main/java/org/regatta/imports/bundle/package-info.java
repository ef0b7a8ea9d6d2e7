/** What a competition bundle may say, and whether one says it rightly. Pure rules: no database, no clock. */
@NullMarked
package org.regatta.imports.bundle;

import org.jspecify.annotations.NullMarked;
