/** Pages of imports. */
@NullMarked
package org.regatta.imports.web;

import org.jspecify.annotations.NullMarked;
