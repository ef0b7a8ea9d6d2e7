package org.regatta.projectfile;

import java.time.Clock;
import java.util.Objects;
import org.regatta.file.FileSettled;
import org.regatta.file.StoredFiles;
import org.regatta.identity.NotVisible;
import org.regatta.project.ProjectLifecycle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says of a checked file which project it belongs to, in the transaction of its check. */
@Component
class CheckedFiles {

    private final ProjectFileRepository repository;
    private final StoredFiles files;
    private final ProjectLifecycle projects;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckedFiles(
            ProjectFileRepository repository,
            StoredFiles files,
            ProjectLifecycle projects,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(FileSettled settled) {
        repository.find(settled.fileId()).ifPresent(row -> {
            var place = projects.place(row.projectId()).orElseThrow(NotVisible::new);
            var competitionId = Objects.requireNonNull(place.competitionId());
            var refusal = settled.refusal();
            var now = clock.instant();
            var name = files.get(row.fileId()).name();
            events.publishEvent(
                    refusal == null
                            ? new ProjectFileChecked(
                                    row.projectId(), row.fileId(), row.type(), name, row.addedBy(), competitionId, now)
                            : new ProjectFileRefused(
                                    row.projectId(),
                                    row.fileId(),
                                    row.type(),
                                    name,
                                    row.addedBy(),
                                    refusal,
                                    competitionId,
                                    now));
        });
    }
}
