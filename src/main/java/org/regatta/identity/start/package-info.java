/**
 * The first start of a deployment without any account: a link in the log makes the first administrator. Enter through
 * {@link org.regatta.identity.start.FirstAdmin}.
 */
@NullMarked
package org.regatta.identity.start;

import org.jspecify.annotations.NullMarked;
