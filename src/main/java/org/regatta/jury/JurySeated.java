package org.regatta.jury;

import java.util.List;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.shared.Finding;
import org.springframework.stereotype.Component;

/** An evaluation needs a jury, one for every category, and none that is too large for a project's process. */
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
        if (repository.mostOnAProject(round.id()) > AssignmentPlan.MOST_ON_A_PROJECT) {
            return List.of(new Finding(
                    "jury",
                    "More than " + AssignmentPlan.MOST_ON_A_PROJECT + " jurors would evaluate one project.",
                    "Say at the jury's seat how many jurors a project gets, or seat a smaller jury."));
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
