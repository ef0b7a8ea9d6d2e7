package org.regatta.project.team;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.regatta.project.IntakeClosed;
import org.regatta.project.OwnProjects;
import org.regatta.project.ProjectEnded;
import org.regatta.project.ProjectStatus;
import org.regatta.shared.DomainEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Until when a team may change, and who hears that it did. */
@Component
record TeamSources(TeamRows rows, OwnProjects projects, Access access, ApplicationEventPublisher events, Clock clock) {

    /**
     * Holds the project until the transaction ends. What is handed in names its team: jurors have been asked for conflicts
     * of interest with it.
     *
     * @throws ProjectEnded if it was handed in
     * @throws IntakeClosed if the competition takes no projects from teams now
     */
    TeamRows.Held hold(UUID projectId) {
        var held = rows.lock(projectId).orElseThrow(NotVisible::new);
        if (held.status() != ProjectStatus.DRAFT) {
            throw new ProjectEnded(held.number(), held.status());
        }
        if (!projects.takesProjects(held.competitionId())) {
            throw new IntakeClosed();
        }
        return held;
    }

    UUID me() {
        return access.viewer().personId();
    }

    Instant now() {
        return clock.instant();
    }

    void publish(DomainEvent event) {
        events.publishEvent(event);
    }
}
