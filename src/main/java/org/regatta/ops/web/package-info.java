/** The health check. */
@NullMarked
package org.regatta.ops.web;

import org.jspecify.annotations.NullMarked;
