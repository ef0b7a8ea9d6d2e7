/** What organisers steer by, over REST. */
@NullMarked
package org.regatta.steering.web.api;

import org.jspecify.annotations.NullMarked;
