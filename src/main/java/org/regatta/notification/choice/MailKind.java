package org.regatta.notification.choice;

/** Mails people may do without. Links to sign in, invitations and warnings about the account always come. */
public enum MailKind {
    /** What organisers write to many: reminders, news. */
    MAILING
}
