package org.regatta.project;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves projects through their states and reads them as they are. Called by the process; checks no rights. */
@Service
@Transactional
public class ProjectLifecycle {

    private final ProjectRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectLifecycle(ProjectRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves projects; publishes {@link ProjectsMoved} for each hundred of a competition that moved from one status.
     * Projects that have ended (withdrawn meanwhile, for instance) stay as they are.
     */
    public void move(Collection<UUID> projectIds, ProjectStatus to) {
        repository
                .move(projectIds, to)
                .forEach((from, moved) -> DomainEvent.together(moved)
                        .forEach(some -> events.publishEvent(new ProjectsMoved(
                                some,
                                to,
                                Change.between()
                                        .field("status", from.status(), to)
                                        .all(),
                                from.competitionId(),
                                clock.instant()))));
    }

    /** The projects that take part in the rounds to come: submitted or advanced; by number. */
    @Transactional(readOnly = true)
    public List<UUID> running(UUID competitionId) {
        return repository.running(competitionId);
    }

    /** The projects of these ids, with their teams, by number; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, ProjectView> byIds(Collection<UUID> projectIds) {
        var found = new LinkedHashMap<UUID, ProjectView>();
        repository.byIds(projectIds).forEach(project -> found.put(project.id(), project));
        return found;
    }

    /**
     * Holds a project until the transaction ends, for what its team changes in it.
     *
     * @param handedIn whether a project that was handed in may still change, as far as the competition takes projects
     * @throws ProjectEnded if it is no draft any more
     * @throws IntakeClosed if the competition takes no projects from teams now
     */
    public void hold(UUID projectId, boolean handedIn) {
        var project = repository.lock(projectId).orElseThrow(NotVisible::new);
        if (project.status() != ProjectStatus.DRAFT && !(handedIn && project.status() == ProjectStatus.SUBMITTED)) {
            throw new ProjectEnded(project.number(), project.status());
        }
        if (!repository.takesProjects(project.competitionId())) {
            throw new IntakeClosed();
        }
    }

    /** Where a project is, for the access policy; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<Place> place(UUID projectId) {
        return repository.place(projectId);
    }
}
