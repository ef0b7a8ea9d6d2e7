package org.regatta.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project to be entered, with its team.
 *
 * @param number the public reference, unique in its competition
 * @param country ISO 3166-1 alpha-2
 * @param memberIds persons of the team, the one who leads it first; may be empty
 * @param submitted handed in at once, else a draft
 */
public record NewProject(
        @NotBlank @Size(max = 40) String number,
        @NotBlank @Size(max = 200) String title,
        @NotNull @Size(max = 20_000) String summary,
        @Nullable @Size(max = 60) String category,

        @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters (ISO 3166-1)")
        String country,

        @NotBlank @Size(max = 200) String teamName,
        @NotNull List<UUID> memberIds,
        boolean submitted) {}
