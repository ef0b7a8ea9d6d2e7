package org.regatta.project.team;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation that waits for its answer, as the team sees it: the same whoever has the address.
 *
 * @param email as it was typed
 * @param expired whether it can be answered no more, until it is sent again
 */
public record TeamInvitation(UUID id, String email, Instant sentAt, Instant expiresAt, boolean expired) {}
