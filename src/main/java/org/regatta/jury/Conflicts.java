package org.regatta.jury;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Place;
import org.regatta.project.ProjectLifecycle;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who must keep away from which project, and why. */
@Service
@Transactional
public class Conflicts {

    private final ConflictRepository repository;
    private final RecusalRecord recusals;
    private final ProjectLifecycle projects;
    private final People people;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conflicts(
            ConflictRepository repository,
            RecusalRecord recusals,
            ProjectLifecycle projects,
            People people,
            Access access,
            Validator validator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.recusals = recusals;
        this.projects = projects;
        this.people = people;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Declares the viewer's own conflict with a project; only those who run the competition can lift it. Publishes
     * {@link ConflictDeclared}, and {@link AssignmentEnded} for what the viewer had to do in rounds not completed.
     *
     * @return its id; of the one in force, if there is one
     * @throws NotVisible if the project is unknown to the viewer
     */
    public UUID declare(UUID projectId, String reason) {
        var place = place(projectId);
        access.require(Action.DECLARE_CONFLICT, place);
        return write(place, projectId, new NewConflict(access.viewer().personId(), ConflictKind.DECLARED, reason));
    }

    /**
     * Records somebody's conflict with a project; publishes as {@link #declare} does.
     *
     * @return its id; of the one in force, if there is one
     * @throws NotVisible if the project is unknown to the viewer
     * @throws InvalidInput naming each wrong field
     */
    public UUID record(UUID projectId, UUID personId, ConflictKind kind, String reason) {
        var place = place(projectId);
        access.require(Action.MANAGE_ASSIGNMENTS, place);
        return write(place, projectId, new NewConflict(personId, kind, reason));
    }

    /**
     * Ends a conflict of somebody else; assignments that it ended stay ended. Publishes {@link ConflictLifted}.
     *
     * @throws NotVisible if it is unknown to the viewer or lifted already
     */
    public void lift(UUID conflictId) {
        var conflict = repository.find(conflictId).orElseThrow(NotVisible::new);
        var place = place(conflict.projectId());
        if (!conflict.personId().equals(access.viewer().personId()) && !access.may(Action.READ_ASSIGNMENTS, place)) {
            throw new NotVisible();
        }
        access.require(Action.MANAGE_ASSIGNMENTS, place);
        if (!repository.lift(conflictId, clock.instant())) {
            throw new NotVisible();
        }
        events.publishEvent(new ConflictLifted(
                conflictId,
                conflict.projectId(),
                conflict.personId(),
                competition(place),
                access.viewer().personId(),
                clock.instant()));
    }

    /** The conflicts with a project that are in force, oldest first; a juror sees only their own. */
    @Transactional(readOnly = true)
    public List<ConflictView> of(UUID projectId) {
        var place = place(projectId);
        if (access.may(Action.READ_ASSIGNMENTS, place)) {
            return repository.of(projectId);
        }
        access.require(Action.DECLARE_CONFLICT, place);
        var viewer = access.viewer().personId();
        return repository.of(projectId).stream()
                .filter(conflict -> conflict.personId().equals(viewer))
                .toList();
    }

    private UUID write(Place place, UUID projectId, NewConflict conflict) {
        InvalidInput.refuse(validator.validate(conflict));
        if (people.byIds(List.of(conflict.personId())).isEmpty()) {
            throw new InvalidInput(new Finding("personId", "Nobody has this id.", "Name a person of this site."));
        }
        var actor = access.viewer().personId();
        var competitionId = competition(place);
        var created = repository.insert(competitionId, projectId, conflict, actor, clock.instant());
        recusals.end(competitionId, projectId, conflict.personId());
        created.ifPresent(conflictId -> events.publishEvent(new ConflictDeclared(
                conflictId, projectId, conflict.personId(), conflict.kind(), competitionId, actor, clock.instant())));
        return created.orElseGet(() -> repository.inForce(projectId, conflict.personId()));
    }

    private Place place(UUID projectId) {
        return projects.place(projectId).orElseThrow(NotVisible::new);
    }

    private static UUID competition(Place place) {
        var competitionId = place.competitionId();
        if (competitionId == null) {
            throw new IllegalStateException("a project stands in a competition");
        }
        return competitionId;
    }

    record NewConflict(
            @NotNull UUID personId,
            @NotNull ConflictKind kind,
            @NotBlank @Size(max = 2_000) String reason) {}
}
