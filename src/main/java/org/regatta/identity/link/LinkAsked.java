package org.regatta.identity.link;

/**
 * Somebody asked for a link to sign in; whether the address has an account is looked up after the answer.
 *
 * @param email as typed, at most 320 characters
 */
record LinkAsked(String email) {}
