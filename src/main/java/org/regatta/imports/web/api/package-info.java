/** Imports over REST. */
@NullMarked
package org.regatta.imports.web.api;

import org.jspecify.annotations.NullMarked;
