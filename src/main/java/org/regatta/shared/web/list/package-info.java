/** The one way of lists that are filtered and sorted: the address is the view. */
@NullMarked
package org.regatta.shared.web.list;

import org.jspecify.annotations.NullMarked;
