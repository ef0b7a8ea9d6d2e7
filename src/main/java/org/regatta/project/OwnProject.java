package org.regatta.project;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as its own team sees it. Nothing in it comes from what is not released: the status moves when decisions are
 * released.
 *
 * @param submittedLate after the deadline, within the grace
 * @param version grows with every change, so that nobody of the team overwrites the others unseen
 */
public record OwnProject(
        UUID id,
        UUID competitionId,
        String number,
        String title,
        String summary,
        @Nullable String category,
        @Nullable String country,
        ProjectStatus status,
        String teamName,
        Instant createdAt,
        @Nullable Instant submittedAt,
        boolean submittedLate,
        int version) {}
