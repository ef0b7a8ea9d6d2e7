/**
 * Messages to people: written into an outbox in the transaction of whoever sends them, and delivered from there, so that
 * a dead mail server delays mails and nothing else.
 *
 * <p>Letters to one person ({@link org.regatta.identity.LettersDue}) leave at once; a link in them is sealed until then.
 *
 * <p>Enter through {@link org.regatta.notification.Notifications}, and for letters that leave by themselves before a deadline
 * through {@link org.regatta.notification.Reminders}. Tables: {@code mailing}, {@code notification}, {@code reminder},
 * {@code notification_choice} (see {@code db/migration/notification}).
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"shared", "identity"})
@NullMarked
package org.regatta.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
