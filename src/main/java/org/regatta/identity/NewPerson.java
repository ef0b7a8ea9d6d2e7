package org.regatta.identity;

/**
 * Somebody to be known.
 *
 * @param email the account's address, whatever its case; at most 320 characters
 * @param name as others read it; at most 200 characters
 */
public record NewPerson(String email, String name) {}
