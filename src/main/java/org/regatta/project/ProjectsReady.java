package org.regatta.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.shared.Finding;
import org.springframework.stereotype.Component;

/** An evaluation needs projects that were handed in. */
@Component
class ProjectsReady implements RoundReadiness {

    private final ProjectRepository repository;

    ProjectsReady(ProjectRepository repository) {
        this.repository = repository;
    }

    @Override
    public Map<UUID, List<Finding>> lacking(List<RoundView> rounds) {
        var judged = rounds.stream()
                .filter(round -> round.kind() == RoundKind.EVALUATION)
                .toList();
        if (judged.isEmpty() || repository.anyRunning(judged.getFirst().competitionId())) {
            return Map.of();
        }
        var none = List.of(new Finding(
                "projects",
                "No project of the competition is submitted or advanced.",
                "Import projects, or wait until teams hand theirs in."));
        return judged.stream().collect(Collectors.toMap(RoundView::id, round -> none));
    }
}
