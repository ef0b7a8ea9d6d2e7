package org.regatta.evaluation.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.regatta.evaluation.DiscrepancyRules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When a project of a round needs a third reader. */
@RestController
@RequestMapping("/api/v1/rounds/{roundId}/discrepancy-rule")
@Tag(name = "Evaluations")
class DiscrepancyRuleController {

    private final DiscrepancyRules rules;

    DiscrepancyRuleController(DiscrepancyRules rules) {
        this.rules = rules;
    }

    /**
     * The rule.
     *
     * @param discrepancyPercent from which spread of the jurors on, in percent of the scale; 0: never
     */
    record Rule(@NotNull Integer discrepancyPercent) {}

    @GetMapping
    @Operation(summary = "From which spread of its jurors on a project needs a third reader; 0: never")
    Rule get(@PathVariable UUID roundId) {
        return new Rule(rules.of(roundId));
    }

    @PutMapping
    @Operation(summary = "Set the rule; it holds for projects whose work starts afterwards")
    Rule set(@PathVariable UUID roundId, @Valid @RequestBody Rule rule) {
        rules.watch(roundId, rule.discrepancyPercent());
        return get(roundId);
    }
}
