/** What people want by mail, and how they stop it. */
@NullMarked
package org.regatta.notification.choice;

import org.jspecify.annotations.NullMarked;
