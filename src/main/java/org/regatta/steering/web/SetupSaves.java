package org.regatta.steering.web;

import java.util.List;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.CompetitionChange;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.identity.NotVisible;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.InvalidInput;
import org.regatta.steering.SetupStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was typed at a step of the set-up and saves it through the services, which ask for the rights. */
@Component
@Transactional
class SetupSaves {

    private final Competitions competitions;
    private final RoundSaves rounds;
    private final Rubrics rubrics;
    private final ScoringPolicies policies;
    private final JurySaves juries;

    SetupSaves(
            Competitions competitions, RoundSaves rounds, Rubrics rubrics, ScoringPolicies policies, JurySaves juries) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.rubrics = rubrics;
        this.policies = policies;
        this.juries = juries;
    }

    void save(UUID competitionId, SetupStep step, Typed typed) {
        switch (step) {
            case BASICS ->
                competitions.change(competitionId, stored -> {
                    typed.requireShown(stored);
                    return new CompetitionChange(
                            typed.text("name"),
                            typed.text("description"),
                            typed.zone("zone"),
                            typed.checked("fourEyes"));
                });
            case RUBRICS -> rubric(competitionId, typed);
            case POLICIES -> policy(competitionId, typed);
            case ROUNDS -> rounds.save(competitionId, typed);
            case JURIES -> juries.save(competitionId, typed);
            case PREVIEW, CHECK -> throw new NotVisible();
        }
    }

    private void rubric(UUID competitionId, Typed typed) {
        var id = typed.id("id");
        var stored = id == null ? null : rubrics.get(id);
        var taken = rubrics.of(competitionId).stream().map(RubricView::key).toList();
        var key = stored == null ? Typed.key(typed.text("name"), taken) : stored.key();
        var rubric = new TypedRubric(typed, stored == null ? List.of() : stored.criteria()).rubric(key);
        if (stored == null) {
            rubrics.define(competitionId, rubric);
        } else {
            rubrics.change(stored.id(), rubric, version(typed, stored));
        }
    }

    private static int version(Typed typed, RubricView stored) {
        var read = typed.whole("version");
        return read == null ? stored.version() : read;
    }

    private void policy(UUID competitionId, Typed typed) {
        var id = typed.id("id");
        var form = new TypedPolicy(typed);
        try {
            if (id == null) {
                var taken = policies.of(competitionId).stream()
                        .map(ScoringPolicyView::key)
                        .toList();
                var name = typed.text("name");
                policies.define(competitionId, Typed.key(name, taken), name, form.policy());
            } else {
                var version = typed.whole("version");
                // who does not say what was read has read nothing: no version is this one
                policies.change(id, form.policy(), version == null ? -1 : version);
            }
        } catch (InvalidInput refused) {
            throw form.atFields(refused);
        }
    }
}
