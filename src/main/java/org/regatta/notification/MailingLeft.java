package org.regatta.notification;

import org.regatta.shared.Problem;

/** The mailing has left; nothing can be taken back. */
public class MailingLeft extends Problem {

    /** Too late by however little. */
    public MailingLeft() {
        super(Kind.CONFLICT, "These mails have left already.");
    }
}
