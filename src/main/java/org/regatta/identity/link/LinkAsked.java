package org.regatta.identity.link;

/**
 * Somebody asked for a link to sign in; whether the address has an account is looked up after the answer.
 *
 * @param email the mailbox, as {@link MagicLinks#mailbox} has it
 */
record LinkAsked(String email) {}
