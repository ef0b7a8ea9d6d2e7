package org.regatta.project.team;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An invitation as whoever is invited sees it.
 *
 * @param open whether the team may still change
 */
public record ReceivedInvitation(
        UUID id,
        UUID projectId,
        String project,
        String team,
        String competition,
        ZoneId zone,
        String inviter,
        Instant expiresAt,
        boolean open) {}
