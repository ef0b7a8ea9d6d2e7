package org.regatta.projectfile;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.regatta.file.StoredFiles;
import org.regatta.identity.LetterDue;
import org.regatta.project.ProjectLifecycle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to whoever uploaded a file that did not pass its check: they may have left the page long ago. */
@Component
class RefusalLetter {

    private final ProjectFileRepository repository;
    private final StoredFiles files;
    private final ProjectLifecycle projects;
    private final ApplicationEventPublisher events;
    private final @Nullable URI home;

    RefusalLetter(
            ProjectFileRepository repository,
            StoredFiles files,
            ProjectLifecycle projects,
            ApplicationEventPublisher events,
            @Value("${regatta.base-url:#{null}}") @Nullable URI home) {
        this.repository = repository;
        this.files = files;
        this.projects = projects;
        this.events = events;
        this.home = home;
    }

    @EventListener
    void on(ProjectFileRefused refused) {
        var row = repository.find(refused.fileId()).orElseThrow();
        var project =
                Objects.requireNonNull(projects.byIds(List.of(row.projectId())).get(row.projectId()));
        var file = Objects.requireNonNull(files.byIds(List.of(row.fileId())).get(row.fileId()));
        var address = (home == null ? "" : home) + "/projects/" + row.projectId() + "/write";
        events.publishEvent(LetterDue.plain(
                row.addedBy(),
                "fileRefused",
                Map.of("file", file.name(), "project", project.title(), "address", address)));
    }
}
