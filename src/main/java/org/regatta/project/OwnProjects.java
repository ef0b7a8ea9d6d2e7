package org.regatta.project;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.project.Projects.ProjectChange;
import org.regatta.shared.Change;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a team does with its own projects: begins them, writes them, sees where they stand. */
@Service
@Transactional
public class OwnProjects {

    private final OwnProjectRepository repository;
    private final ProjectRepository projects;
    private final ProjectEntry entry;
    private final Competitions competitions;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnProjects(
            OwnProjectRepository repository,
            ProjectRepository projects,
            ProjectEntry entry,
            Competitions competitions,
            Access access,
            Validator validator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.projects = projects;
        this.entry = entry;
        this.competitions = competitions;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /** A project to begin. */
    public record NewDraft(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 200) String teamName) {}

    /** The projects of the viewer's teams, the newest first. */
    @Transactional(readOnly = true)
    public List<OwnStanding> mine() {
        return access.viewer().holds(Role.APPLICANT)
                ? repository.of(access.viewer().personId())
                : List.of();
    }

    /** The project, if the viewer sees it as one of its team. */
    @Transactional(readOnly = true)
    public Optional<OwnProject> find(UUID projectId) {
        var viewer = access.viewer();
        return projects.place(projectId)
                .filter(place -> viewer.holds(Role.APPLICANT, place))
                .flatMap(place -> repository.find(viewer.personId(), projectId));
    }

    /** Competitions in which the viewer may begin a project now, those that close first before the others. */
    @Transactional(readOnly = true)
    public List<OpenCall> calls() {
        return repository.calls().stream()
                .filter(one -> access.may(
                        Action.ENTER_PROJECT,
                        Place.ofCompetition(one.programId(), one.call().competitionId())))
                .map(OwnProjectRepository.Call::call)
                .toList();
    }

    /**
     * Begins a project of the viewer's own, as a draft with a number of its own; publishes {@link ProjectsEntered}.
     *
     * @return its id
     * @throws IntakeClosed if the competition takes no projects from teams now
     * @throws InvalidInput naming each wrong field
     */
    public UUID begin(UUID competitionId, NewDraft draft) {
        access.require(Action.ENTER_PROJECT, competitions.get(competitionId).place());
        InvalidInput.refuse(validator.validate(draft));
        if (!projects.takesProjects(competitionId)) {
            throw new IntakeClosed();
        }
        var number = repository.nextNumber(competitionId);
        var me = access.viewer().personId();
        var project = new NewProject(
                number, draft.title().strip(), "", null, null, draft.teamName().strip(), List.of(me), false);
        return entry.enter(competitionId, List.of(project)).getFirst();
    }

    /** Whether the competition takes projects from teams now, by the database's clock. */
    @Transactional(readOnly = true)
    public boolean takesProjects(UUID competitionId) {
        return projects.takesProjects(competitionId);
    }

    /**
     * Keeps what the team writes in its draft; publishes {@link ProjectChanged} where something changed.
     *
     * @param version of the text that was changed
     * @return the version kept
     * @throws ChangedMeanwhile if somebody of the team changed it after {@code version}
     * @throws ProjectEnded if it was handed in
     * @throws IntakeClosed if the competition takes no projects from teams now
     */
    public int save(UUID projectId, ProjectChange change, int version) {
        access.require(Action.WRITE_PROJECT, projects.place(projectId).orElseThrow(NotVisible::new));
        InvalidInput.refuse(validator.validate(change));
        var project = projects.lock(projectId).orElseThrow(NotVisible::new);
        if (project.status() != ProjectStatus.DRAFT) {
            throw new ProjectEnded(project.number(), project.status());
        }
        if (!projects.takesProjects(project.competitionId())) {
            throw new IntakeClosed();
        }
        var changes = Change.between(projects.words(projectId), change);
        if (!repository.change(projectId, change, version)) {
            throw new ChangedMeanwhile();
        }
        if (!changes.isEmpty()) {
            events.publishEvent(new ProjectChanged(
                    projectId, project.competitionId(), changes, access.viewer().personId(), clock.instant()));
        }
        return version + 1;
    }

    /** When an open round is expected to end, by how long earlier ones of the program took; empty without history. */
    @Transactional(readOnly = true)
    public Optional<Expectation> expected(RoundView round) {
        var durations = repository.durations(round.programId(), round.kind().name());
        var opened = repository.openedAt(round.id());
        if (durations.isEmpty() || opened.isEmpty()) {
            return Optional.empty();
        }
        var begun = opened.get().toInstant();
        var shortest = Duration.ofSeconds(durations.getFirst());
        var longest = Duration.ofSeconds(durations.getLast());
        return Optional.of(new Expectation(
                        begun.plus(shortest), begun.plus(longest), durations.size(), days(shortest), days(longest)))
                .filter(interval -> interval.latest().isAfter(clock.instant()));
    }

    private static long days(Duration duration) {
        return Math.max(1, Math.round(duration.toHours() / 24.0));
    }
}
