package org.regatta.project;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may do with projects. */
@Service
@Transactional
public class Projects {

    private final ProjectRepository repository;
    private final ProjectQueries queries;
    private final ProjectEntry entry;
    private final LateSubmissions lateSubmissions;
    private final Teams teams;
    private final List<HandInCheck> handInChecks;
    private final Competitions competitions;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Projects(
            ProjectRepository repository,
            ProjectQueries queries,
            ProjectEntry entry,
            LateSubmissions lateSubmissions,
            Teams teams,
            List<HandInCheck> handInChecks,
            Competitions competitions,
            Access access,
            Validator validator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.entry = entry;
        this.lateSubmissions = lateSubmissions;
        this.teams = teams;
        this.handInChecks = handInChecks;
        this.competitions = competitions;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The project; without the team's name where the viewer must not know it.
     *
     * @throws NotVisible if it is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public ProjectView get(UUID projectId) {
        return queries.find(require(Action.READ_PROJECT, projectId), projectId).orElseThrow(NotVisible::new);
    }

    /** The project's team; empty where the viewer must not know who is behind the project. */
    @Transactional(readOnly = true)
    public Optional<TeamView> team(UUID projectId) {
        return queries.team(require(Action.READ_PROJECT, projectId), projectId).map(teams::get);
    }

    /** The projects of a competition that the viewer may see. */
    @Transactional(readOnly = true)
    public Page<ProjectView> list(UUID competitionId, ProjectFilter filter, PageRequest page) {
        return queries.list(competitions.get(competitionId).place(), filter, page);
    }

    /** Those of some projects of a competition that the viewer may see: to whom a link to them leads somewhere. */
    @Transactional(readOnly = true)
    public Set<UUID> among(UUID competitionId, Collection<UUID> projectIds) {
        return queries.among(competitions.get(competitionId).place(), projectIds);
    }

    /** The ids of all projects of a competition by their numbers, for those who run it. */
    @Transactional(readOnly = true)
    public Map<String, UUID> idsByNumber(UUID competitionId) {
        access.require(
                Action.ADMINISTER_PROJECT, competitions.get(competitionId).place());
        return repository.idsByNumber(competitionId);
    }

    /**
     * Enters a project with its team; publishes {@link ProjectsEntered}.
     *
     * @return its id
     * @throws DuplicateKey if the number is taken in the competition
     * @throws InvalidInput naming each wrong field
     */
    public UUID enter(UUID competitionId, NewProject project) {
        access.require(
                Action.ADMINISTER_PROJECT, competitions.get(competitionId).place());
        InvalidInput.refuse(validator.validate(project));
        if (!repository.taken(competitionId, List.of(project.number())).isEmpty()) {
            throw new DuplicateKey("number", project.number());
        }
        return entry.enter(competitionId, List.of(project)).getFirst();
    }

    /**
     * Enters many projects at once, all or none; publishes one {@link ProjectsEntered}.
     *
     * @return their ids, in the given order
     * @throws InvalidInput naming each wrong field as {@code projects[2].number}, each number that is taken included
     */
    public List<UUID> enterAll(UUID competitionId, List<NewProject> projects) {
        access.require(
                Action.ADMINISTER_PROJECT, competitions.get(competitionId).place());
        entry.check(competitionId, projects);
        return entry.enter(competitionId, projects);
    }

    /**
     * Replaces what a project says about itself; publishes {@link ProjectChanged} if anything did change. Teams may while
     * their project is a draft and the competition takes projects; who runs the competition may say at any time where the
     * project stands in it (category, country), but not what it says.
     *
     * @param change what is stored, as the viewer sees it, into what it becomes; nobody else changes it meanwhile
     * @throws ProjectEnded if the team handed it in
     * @throws IntakeClosed if the competition takes no projects from teams now
     */
    public void change(UUID projectId, UnaryOperator<ProjectChange> change) {
        var place = requireChanging(projectId);
        var project = lock(projectId);
        var stored = queries.find(place, projectId).orElseThrow(NotVisible::new);
        var words =
                change.apply(new ProjectChange(stored.title(), stored.summary(), stored.category(), stored.country()));
        InvalidInput.refuse(validator.validate(words));
        if (!writesAll(place)) {
            requireOwnTurn(place, project, rewords(stored, words));
        }
        var changes = Change.between(repository.words(projectId), words);
        repository.change(projectId, words);
        if (!changes.isEmpty()) {
            publish(new ProjectChanged(projectId, project.competitionId(), changes, actor(), clock.instant()));
        }
    }

    /**
     * Hands in a draft; publishes {@link ProjectSubmitted}. After the deadline the table {@code lateSubmission} says whether
     * a team's is taken, and it is marked as late. Who only runs the competition does not hand in for a team.
     *
     * @throws ActionForbidden if the project is neither the viewer's own nor everybody's to write
     * @throws ProjectEnded if it is no draft any more
     * @throws IntakeClosed if the competition takes no projects from teams now
     * @throws ProjectIncomplete if the team has not added all that the call asks for
     */
    public void submit(UUID projectId) {
        var place = require(Action.WRITE_PROJECT, projectId);
        var project = lock(projectId);
        if (project.status() != ProjectStatus.DRAFT) {
            throw new ProjectEnded(project.number(), project.status());
        }
        var byTeam = !writesAll(place);
        var late = byTeam && lateSubmissions.lateNow(project.competitionId());
        if (byTeam) {
            requireComplete(projectId);
        }
        repository.move(List.of(projectId), ProjectStatus.SUBMITTED);
        if (late) {
            repository.markLate(projectId);
        }
        publish(new ProjectSubmitted(projectId, project.competitionId(), late, actor(), clock.instant()));
    }

    /**
     * Takes a project back for good; publishes {@link ProjectWithdrawn}, which ends the work on it.
     *
     * @throws ActionForbidden if the project is neither the viewer's own nor everybody's to write
     * @throws ProjectEnded if it has ended already
     */
    public void withdraw(UUID projectId) {
        require(Action.WRITE_PROJECT, projectId);
        var project = lock(projectId);
        if (repository.move(List.of(projectId), ProjectStatus.WITHDRAWN).isEmpty()) {
            throw new ProjectEnded(project.number(), project.status());
        }
        publish(new ProjectWithdrawn(projectId, project.competitionId(), actor(), clock.instant()));
    }

    /** Whether the viewer writes every project there, not only the own team's: no deadline of teams binds them. */
    private boolean writesAll(Place place) {
        return access.reach(Action.WRITE_PROJECT).covers(place);
    }

    /** Where a project stands is for organisers to put right at any time; what it says is its team's, in its time. */
    private void requireOwnTurn(Place place, ProjectRepository.Locked project, boolean rewords) {
        if (rewords && !access.may(Action.WRITE_PROJECT, place)) {
            throw new ActionForbidden(Action.WRITE_PROJECT);
        }
        if (rewords || !access.may(Action.ADMINISTER_PROJECT, place)) {
            requireDraft(project);
        }
    }

    private static boolean rewords(ProjectView stored, ProjectChange change) {
        return !stored.title().equals(change.title()) || !stored.summary().equals(change.summary());
    }

    private void requireDraft(ProjectRepository.Locked project) {
        if (project.status() != ProjectStatus.DRAFT) {
            throw new ProjectEnded(project.number(), project.status());
        }
        if (!repository.takesProjects(project.competitionId())) {
            throw new IntakeClosed();
        }
    }

    private void requireComplete(UUID projectId) {
        var lacking = handInChecks.stream()
                .flatMap(check -> check.lacking(projectId).stream())
                .toList();
        if (!lacking.isEmpty()) {
            throw new ProjectIncomplete(lacking);
        }
    }

    private Place require(Action action, UUID projectId) {
        var place = repository.place(projectId).orElseThrow(NotVisible::new);
        access.require(action, place);
        return place;
    }

    private Place requireChanging(UUID projectId) {
        var place = repository.place(projectId).orElseThrow(NotVisible::new);
        if (!access.may(Action.WRITE_PROJECT, place)) {
            access.require(Action.ADMINISTER_PROJECT, place);
        }
        return place;
    }

    private ProjectRepository.Locked lock(UUID projectId) {
        return repository.lock(projectId).orElseThrow(NotVisible::new);
    }

    private UUID actor() {
        return access.viewer().personId();
    }

    private void publish(DomainEvent event) {
        events.publishEvent(event);
    }

    /** What a project says about itself; every component replaces what was there. */
    public record ProjectChange(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = 20_000) String summary,
            @Nullable @Size(max = 60) String category,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters (ISO 3166-1)")
            String country) {}

    /** What later modules want of a project before its team may hand it in. All beans of this type are asked. */
    public interface HandInCheck {

        /** What the project lacks; empty: nothing. Called in the transaction that hands it in, which holds the project. */
        List<Finding> lacking(UUID projectId);
    }

    /** Names who accompanies a project. */
    public interface Mentoring {

        /**
         * Names somebody. Nothing happens where they are named already.
         *
         * @throws NotVisible if the project is unknown to the viewer
         * @throws InvalidInput if the person does not hold the role there or has a conflict of interest with the project
         */
        void name(UUID projectId, UUID personId);
    }
}
