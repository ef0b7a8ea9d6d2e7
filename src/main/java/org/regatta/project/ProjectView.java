package org.regatta.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as its readers see it.
 *
 * @param number the public reference, unique in its competition
 * @param country ISO 3166-1 alpha-2
 * @param teamName null where the viewer must not know who is behind the project
 */
public record ProjectView(
        UUID id,
        UUID competitionId,
        String number,
        String title,
        String summary,
        @Nullable String category,
        @Nullable String country,
        ProjectStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String teamName) {}
