package org.regatta.jury;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    public Map<UUID, List<Finding>> lacking(List<RoundView> rounds) {
        var judged = rounds.stream()
                .filter(round -> round.kind() == RoundKind.EVALUATION)
                .toList();
        if (judged.isEmpty()) {
            return Map.of();
        }
        var ids = judged.stream().map(RoundView::id).toList();
        var seated = repository.seated(ids);
        var most = repository.mostOnAProject(ids);
        var uncovered = repository.uncovered(ids, judged.getFirst().competitionId());
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> lacking(
                                seated.getOrDefault(id, 0L),
                                most.getOrDefault(id, 0),
                                uncovered.getOrDefault(id, List.of()))));
    }

    private static List<Finding> lacking(long seated, int most, List<String> uncovered) {
        if (seated == 0) {
            return List.of(new Finding(
                    "jury", "No jury with active jurors sits in the round.", "Seat a jury, and add jurors to it."));
        }
        if (most > AssignmentPlan.MOST_ON_A_PROJECT) {
            return List.of(new Finding(
                    "jury",
                    "More than " + AssignmentPlan.MOST_ON_A_PROJECT + " jurors would evaluate one project.",
                    "Say at the jury's seat how many jurors a project gets, or seat a smaller jury."));
        }
        return uncovered.stream()
                .map(category -> new Finding(
                        "jury",
                        category.isEmpty()
                                ? "No jury evaluates the projects without a category."
                                : "No jury evaluates the category \"" + category + "\".",
                        "Seat a jury for it, or one for all categories."))
                .toList();
    }
}
