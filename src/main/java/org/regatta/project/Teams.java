package org.regatta.project;

import java.util.UUID;
import org.regatta.identity.Relations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the access policy who belongs to which team. */
@Component
@Transactional(readOnly = true)
class Teams implements Relations {

    private final ProjectRepository repository;

    Teams(ProjectRepository repository) {
        this.repository = repository;
    }

    @Override
    public boolean ofTeam(UUID personId, UUID projectId) {
        return repository.ofTeam(personId, projectId);
    }

    @Override
    public boolean competes(UUID personId, UUID competitionId) {
        return repository.competes(personId, competitionId);
    }
}
