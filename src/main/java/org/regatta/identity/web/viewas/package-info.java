/** How a request is answered as another person would see it. */
@NullMarked
package org.regatta.identity.web.viewas;

import org.jspecify.annotations.NullMarked;
