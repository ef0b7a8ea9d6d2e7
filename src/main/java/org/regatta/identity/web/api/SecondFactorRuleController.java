package org.regatta.identity.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.factor.SecondFactorRules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a program asks a second factor of its admins. */
@RestController
@RequestMapping("/api/v1/programs/{programId}/second-factor")
@Tag(name = "Programs")
class SecondFactorRuleController {

    /** The rule. */
    record Rule(boolean required) {}

    private final SecondFactorRules rules;

    SecondFactorRuleController(SecondFactorRules rules) {
        this.rules = rules;
    }

    @GetMapping
    Rule rule(@PathVariable UUID programId) {
        return new Rule(rules.asks(programId));
    }

    @FreshSignIn
    @PutMapping
    Rule set(@PathVariable UUID programId, @RequestBody Rule rule) {
        rules.ask(programId, rule.required());
        return rule;
    }
}
