package org.regatta.jury;

import java.util.List;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.shared.Finding;
import org.springframework.stereotype.Component;

/** An evaluation needs a jury, and one for every category. */
@Component
class JurySeated implements RoundReadiness {

    private final JuryRepository repository;

    JurySeated(JuryRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Finding> lacking(RoundView round) {
        if (round.kind() != RoundKind.EVALUATION) {
            return List.of();
        }
        if (repository.seated(round.id()) == 0) {
            return List.of(new Finding(
                    "jury", "No jury with active jurors sits in the round.", "Seat a jury, and add jurors to it."));
        }
        return repository.uncovered(round.id(), round.competitionId()).stream()
                .map(category -> new Finding(
                        "jury",
                        category.isEmpty()
                                ? "No jury evaluates the projects without a category."
                                : "No jury evaluates the category \"" + category + "\".",
                        "Seat a jury for it, or one for all categories."))
                .toList();
    }
}
