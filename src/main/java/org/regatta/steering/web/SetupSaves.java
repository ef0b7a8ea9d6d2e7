package org.regatta.steering.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.CompetitionChange;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.identity.NotVisible;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.Rubrics;
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
        var taken =
                policies.of(competitionId).stream().map(ScoringPolicyView::key).toList();
        var minimum = typed.whole("minimum");
        policies.define(
                competitionId,
                Typed.key(typed.text("name"), taken),
                typed.text("name"),
                new ScoringPolicy(
                        aggregate(typed),
                        ScoringPolicy.Input.POINTS,
                        correction(typed),
                        ScoringPolicy.Roundings.NOWHERE,
                        Map.of(),
                        minimum == null ? 1 : minimum,
                        typed.checked("perCategory"),
                        advance(typed),
                        ties()));
    }

    private static Aggregate aggregate(Typed typed) {
        var kind = typed.one(Aggregate.Kind.class, "aggregate");
        return new Aggregate(kind, kind == Aggregate.Kind.TRIMMED_MEAN ? orOne(typed.whole("trimCount")) : null, null);
    }

    private static Correction correction(Typed typed) {
        var kind = typed.one(Correction.Kind.class, "correction");
        return new Correction(kind, kind == Correction.Kind.CLIP ? typed.decimal("limit") : null, null, null);
    }

    private static Advance advance(Typed typed) {
        return switch (typed.one(Advance.Kind.class, "advance")) {
            case TOP_N -> new Advance(Advance.Kind.TOP_N, typed.whole("count"), null);
            case THRESHOLD -> new Advance(Advance.Kind.THRESHOLD, null, typed.decimal("threshold"));
            case BY_HAND -> Advance.BY_HAND;
        };
    }

    private static List<ScoringPolicy.TieRule> ties() {
        var ties = new ArrayList<ScoringPolicy.TieRule>();
        ties.add(ScoringPolicy.TieRule.of(ScoringPolicy.TieRule.Kind.HIGHER_MEDIAN));
        ties.add(ScoringPolicy.TieRule.of(ScoringPolicy.TieRule.Kind.SHARE));
        return ties;
    }

    private static int orOne(@Nullable Integer number) {
        return number == null ? 1 : number;
    }
}
