package org.regatta.deliberation.web;

import java.util.List;
import java.util.UUID;
import org.regatta.deliberation.Decisions;
import org.regatta.deliberation.ReleasedDecision;
import org.regatta.project.ProjectPassages;
import org.springframework.stereotype.Component;

/** Tells a project's page what was decided and released about it. */
@Component
class ReleasedPassages implements ProjectPassages {

    private final Decisions decisions;

    ReleasedPassages(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Passage> of(UUID projectId) {
        return decisions.released(projectId).stream()
                .map(ReleasedPassages::passage)
                .toList();
    }

    private static Passage passage(ReleasedDecision decision) {
        var place = decision.place();
        var award = decision.award();
        if (place != null && award != null) {
            return of(decision, "passage.placeAndAward", List.of(place, award));
        }
        if (place != null) {
            return of(decision, "passage.place", List.of(place));
        }
        return award == null
                ? of(decision, "passage." + decision.outcome().name(), List.of())
                : of(decision, "passage.award", List.of(award));
    }

    private static Passage of(ReleasedDecision decision, String words, List<Object> values) {
        return new Passage(decision.roundId(), words, values, decision.releasedAt());
    }
}
