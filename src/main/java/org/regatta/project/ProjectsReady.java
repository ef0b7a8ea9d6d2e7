package org.regatta.project;

import java.util.List;
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
    public List<Finding> lacking(RoundView round) {
        if (round.kind() != RoundKind.EVALUATION || repository.anyRunning(round.competitionId())) {
            return List.of();
        }
        return List.of(new Finding(
                "projects",
                "No project of the competition is submitted or advanced.",
                "Import projects, or wait until teams hand theirs in."));
    }
}
