/** What people want by mail: their own page, and the link in a mail's foot. */
@NullMarked
package org.regatta.notification.web;

import org.jspecify.annotations.NullMarked;
