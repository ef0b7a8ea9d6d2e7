package org.regatta.rubric.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.NewRubric;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rubrics of a competition. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Rubrics")
class RubricApiController {

    private final Rubrics rubrics;

    RubricApiController(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    /** A rubric as it is sent. */
    record RubricBody(
            @NotNull String key,
            @NotNull String name,
            @Nullable String guidance,
            @NotNull List<@NotNull @Valid CriterionBody> criteria) {

        NewRubric rubric() {
            return new NewRubric(
                    key,
                    name,
                    guidance == null ? "" : guidance,
                    criteria.stream().map(CriterionBody::criterion).toList());
        }
    }

    /** A rubric with the version it replaces. */
    record RubricChange(
            @NotNull Integer version, @NotNull @Valid RubricBody rubric) {}

    /**
     * A criterion as it is sent; a weight left out is 1, of a text 0; texts are optional and not
     * for the team unless they say otherwise.
     */
    record CriterionBody(
            @NotNull String key,
            @NotNull String label,
            @Nullable String guidance,
            @NotNull CriterionKind kind,
            @Nullable BigDecimal weight,
            @Nullable Boolean required,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal step,
            @Nullable List<@NotNull @Valid OptionBody> options,
            @Nullable Boolean forTeam) {

        CriterionView criterion() {
            var text = kind == CriterionKind.TEXT;
            return new CriterionView(
                    key,
                    label,
                    guidance == null ? "" : guidance,
                    kind,
                    weight != null ? weight : text ? BigDecimal.ZERO : BigDecimal.ONE,
                    required != null ? required : !text,
                    min,
                    max,
                    step,
                    options == null
                            ? List.of()
                            : options.stream().map(OptionBody::option).toList(),
                    Boolean.TRUE.equals(forTeam));
        }
    }

    /** An option as it is sent. */
    record OptionBody(
            @NotNull String value,
            @NotNull String label,
            @NotNull BigDecimal points) {

        CriterionView.Option option() {
            return new CriterionView.Option(value, label, points);
        }
    }

    @GetMapping("/competitions/{competitionId}/rubrics")
    @Operation(summary = "The rubrics of a competition, by key")
    Page<RubricView> of(@PathVariable UUID competitionId) {
        return Page.whole(rubrics.of(competitionId));
    }

    @PostMapping("/competitions/{competitionId}/rubrics")
    @Operation(summary = "Define a rubric")
    ResponseEntity<RubricView> define(@PathVariable UUID competitionId, @Valid @RequestBody RubricBody body) {
        var rubricId = rubrics.define(competitionId, body.rubric());
        return ResponseEntity.created(URI.create("/api/v1/rubrics/" + rubricId)).body(rubrics.get(rubricId));
    }

    @GetMapping("/rubrics/{rubricId}")
    @Operation(summary = "One rubric")
    RubricView get(@PathVariable UUID rubricId) {
        return rubrics.get(rubricId);
    }

    @PutMapping("/rubrics/{rubricId}")
    @Operation(summary = "Replace a rubric under which nothing is evaluated yet")
    RubricView change(@PathVariable UUID rubricId, @Valid @RequestBody RubricChange change) {
        rubrics.change(rubricId, change.rubric().rubric(), change.version());
        return rubrics.get(rubricId);
    }
}
