package org.regatta.identity.session;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a person is signed in.
 *
 * @param id names the session without being able to take it over
 * @param browser the browser and system, as far as it says; empty for none
 * @param address from which it signed in
 * @param current whether it is the one that asks
 */
public record Device(
        UUID id, String browser, String address, Instant signedInAt, Instant lastSeenAt, boolean current) {}
