package org.regatta.project;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;

/**
 * One of several own projects, with the round it is in or comes to next.
 *
 * @param roundId null when no round is left
 * @param round public name; null when no round is left
 * @param writable whether the team may still write it
 */
public record OwnStanding(
        UUID id,
        String number,
        String title,
        ProjectStatus status,
        String competition,
        ZoneId zone,
        @Nullable UUID roundId,
        @Nullable String round,
        @Nullable RoundKind kind,
        @Nullable RoundStatus roundStatus,
        @Nullable Instant closesAt,
        boolean writable) {}
