package org.regatta.project.mentor;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.project.ProjectLifecycle;
import org.regatta.project.Projects;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who accompanies a project: named, and removed again, by those who run the competition. Whoever is named reads the project
 * and its files as long as they hold the role {@code MENTOR} there and have no conflict of interest with it.
 */
@Service
@Transactional
public class Mentors implements Projects.Mentoring {

    private final MentorRepository repository;
    private final ProjectLifecycle projects;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mentors(
            MentorRepository repository,
            ProjectLifecycle projects,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.projects = projects;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who is named, by name.
     *
     * @throws NotVisible if the project is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public List<MentorView> of(UUID projectId) {
        require(projectId);
        return repository.of(projectId);
    }

    /** The projects that the viewer accompanies now, by competition and number; at most {@value MentorRepository#MOST}. */
    @Transactional(readOnly = true)
    public List<MentoredProject> mine() {
        var viewer = access.viewer();
        return viewer.holds(Role.MENTOR) ? repository.accompanied(viewer.personId()) : List.of();
    }

    /**
     * Who could be named besides: whoever holds the role there and has no conflict of interest with the project, by name.
     *
     * @throws NotVisible if the project is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public List<MentorChoice> choices(UUID projectId) {
        return repository.choices(require(projectId));
    }

    /** {@inheritDoc} Publishes {@link MentorNamed}. */
    @Override
    public void name(UUID projectId, UUID personId) {
        var place = require(projectId);
        var me = access.viewer().personId();
        if (repository.insert(place, personId, me, clock.instant())) {
            events.publishEvent(new MentorNamed(projectId, personId, competition(place), me, clock.instant()));
        } else if (!repository.mentors(personId, projectId)) {
            throw new InvalidInput(new Finding(
                    "personId",
                    "This person cannot be a mentor of the project: they do not hold the role here, or a conflict of"
                            + " interest keeps them away from it.",
                    "Give them the role of mentor first, or name somebody else."));
        }
    }

    /**
     * Undoes it; publishes {@link MentorRemoved}.
     *
     * @throws NotVisible if the project is unknown to the viewer, or the person is not named for it
     */
    public void remove(UUID projectId, UUID personId) {
        var place = require(projectId);
        if (!repository.delete(projectId, personId)) {
            throw new NotVisible();
        }
        events.publishEvent(new MentorRemoved(
                projectId, personId, competition(place), access.viewer().personId(), clock.instant()));
    }

    private Place require(UUID projectId) {
        var place = projects.place(projectId).orElseThrow(NotVisible::new);
        access.require(Action.NAME_MENTORS, place);
        return place;
    }

    private static UUID competition(Place place) {
        return Objects.requireNonNull(place.competitionId());
    }
}
