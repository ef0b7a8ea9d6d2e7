package org.regatta.competition.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The scoring policies of a competition. */
@RestController
@RequestMapping("/api/v1/competitions/{competitionId}/scoring-policies")
@Tag(name = "Scoring policies")
class ScoringPolicyController {

    private final ScoringPolicies policies;

    ScoringPolicyController(ScoringPolicies policies) {
        this.policies = policies;
    }

    /** A policy to be defined; {@code policy} is read strictly, unknown fields refused. */
    record Definition(
            @NotNull String key,
            @NotNull String name,
            @NotNull JsonNode policy) {}

    /** New rules in place of those of {@code version}. */
    record Change(int version, @NotNull JsonNode policy) {}

    @GetMapping
    @Operation(summary = "All scoring policies of a competition, by key")
    Page<ScoringPolicyView> list(@PathVariable UUID competitionId) {
        return Page.whole(policies.of(competitionId));
    }

    @PostMapping
    @Operation(summary = "Define a scoring policy")
    ResponseEntity<ScoringPolicyView> define(
            @PathVariable UUID competitionId, @Valid @RequestBody Definition definition) {
        var policy = policies.read(definition.policy(), "policy");
        var id = policies.define(competitionId, definition.key(), definition.name(), policy);
        return ResponseEntity.created(URI.create("/api/v1/competitions/" + competitionId + "/scoring-policies/" + id))
                .body(policies.get(id));
    }

    @GetMapping("/{policyId}")
    @Operation(summary = "One scoring policy")
    ScoringPolicyView get(@PathVariable UUID competitionId, @PathVariable UUID policyId) {
        var policy = policies.get(policyId);
        if (!policy.competitionId().equals(competitionId)) {
            throw new NotVisible();
        }
        return policy;
    }

    @PutMapping("/{policyId}")
    @Operation(summary = "Replace the rules of a policy; the version says which ones were read")
    ScoringPolicyView change(
            @PathVariable UUID competitionId, @PathVariable UUID policyId, @Valid @RequestBody Change change) {
        get(competitionId, policyId);
        policies.change(policyId, policies.read(change.policy(), "policy"), change.version());
        return policies.get(policyId);
    }
}
