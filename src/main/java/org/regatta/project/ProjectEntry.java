package org.regatta.project;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Checks and enters projects, one or ten thousand. */
@Component
class ProjectEntry {

    private final ProjectRepository repository;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectEntry(
            ProjectRepository repository,
            Access access,
            Validator validator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses wrong fields, numbers that are there already, and numbers that come twice. */
    void check(UUID competitionId, List<NewProject> projects) {
        var findings = InvalidInput.violations(validator, projects, at -> "projects[" + at + "].");
        if (findings.isEmpty()) {
            var taken = repository.taken(
                    competitionId, projects.stream().map(NewProject::number).toList());
            var seen = new HashSet<String>();
            for (int at = 0; at < projects.size(); at++) {
                var number = projects.get(at).number();
                if (taken.contains(number) || !seen.add(number)) {
                    findings.add(new Finding(
                            "projects[" + at + "].number",
                            "The number \"" + number + "\" is taken.",
                            "Give every project a number of its own."));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("Some projects are wrong; none was entered.", findings);
        }
    }

    /** Enters checked projects; refuses all if another transaction took one of their numbers meanwhile. */
    List<UUID> enter(UUID competitionId, List<NewProject> projects) {
        if (projects.isEmpty()) {
            return List.of();
        }
        var ids = repository.insert(competitionId, projects, clock.instant());
        if (ids.size() < projects.size()) {
            throw new DuplicateKey("number", "one of " + projects.size() + " just entered");
        }
        tell(competitionId, ids, projects);
        return ids;
    }

    private void tell(UUID competitionId, List<UUID> ids, List<NewProject> projects) {
        var entered = new ArrayList<ProjectsEntered.Entered>();
        for (int at = 0; at < ids.size(); at++) {
            var project = projects.get(at);
            entered.add(new ProjectsEntered.Entered(
                    ids.get(at), project.number(), project.title(), project.category(), project.country()));
        }
        var actor = access.viewer().personId();
        DomainEvent.together(entered)
                .forEach(some -> events.publishEvent(new ProjectsEntered(
                        competitionId,
                        some.stream().map(ProjectsEntered.Entered::id).toList(),
                        some,
                        actor,
                        clock.instant())));
    }
}
