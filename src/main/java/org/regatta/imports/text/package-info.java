/** Text files with the place of everything in them: UTF-8, YAML, CSV, ZIP; knows nothing of competitions. */
@NullMarked
package org.regatta.imports.text;

import org.jspecify.annotations.NullMarked;
