package org.regatta.projectfile;

import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.file.FileState;
import org.regatta.file.StoredFile;
import org.regatta.file.StoredFiles;
import org.regatta.file.Transfers;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.project.ProjectLifecycle;
import org.regatta.project.Projects;
import org.regatta.projectfile.ProjectFileRepository.Row;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may read of a project's files: its team and those who run the competition all of them in every state; jurors,
 * mentors and, after release, observers and award masters those that are checked. Where the rules of a blind round hide the
 * team, names are absent.
 */
@Service
@Transactional
public class ProjectFiles {

    private final ProjectFileRepository repository;
    private final StoredFiles files;
    private final Transfers transfers;
    private final Projects projects;
    private final ProjectLifecycle lifecycle;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectFiles(
            ProjectFileRepository repository,
            StoredFiles files,
            Transfers transfers,
            Projects projects,
            ProjectLifecycle lifecycle,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.transfers = transfers;
        this.projects = projects;
        this.lifecycle = lifecycle;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the viewer may see the project's files at all. */
    @Transactional(readOnly = true)
    public boolean readable(UUID projectId) {
        return lifecycle
                .place(projectId)
                .filter(place -> access.may(reading(projectId), place))
                .isPresent();
    }

    /**
     * The files that the viewer may see, by type and number.
     *
     * @throws NotVisible if the project is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public List<ProjectFileView> of(UUID projectId) {
        return seen(projectId, require(projectId));
    }

    /**
     * One of them.
     *
     * @throws NotVisible if the project or the file is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public ProjectFileView get(UUID projectId, UUID fileId) {
        return one(projectId, fileId, require(projectId));
    }

    /**
     * Where a checked file can be fetched for a short time, as an attachment; publishes {@link ProjectFileDownloaded}.
     *
     * @throws NotVisible if the project or the file is unknown to the viewer
     * @throws org.regatta.file.FileNotChecked if it is in quarantine or was refused
     */
    public URI download(UUID projectId, UUID fileId) {
        var place = require(projectId);
        var file = one(projectId, fileId, place);
        var name = file.name() == null ? neutral(projects.get(projectId).number(), file) : file.name();
        var address = transfers.download(fileId, name);
        events.publishEvent(new ProjectFileDownloaded(
                projectId,
                fileId,
                file.type(),
                name,
                file.name() == null
                        ? null
                        : repository.find(fileId).map(Row::addedBy).orElseThrow(NotVisible::new),
                Objects.requireNonNull(place.competitionId()),
                access.viewer().personId(),
                clock.instant()));
        return address;
    }

    private List<ProjectFileView> seen(UUID projectId, Place place) {
        var rows = repository.of(projectId);
        if (rows.isEmpty()) {
            return List.of();
        }
        var stored = files.byIds(rows.stream().map(Row::fileId).toList());
        var works = access.may(Action.WRITE_PROJECT_FILES, place) || access.may(Action.ADMINISTER_PROJECT, place);
        var named = projects.get(projectId).teamName() != null;
        return rows.stream()
                .filter(row -> shown(stored, row, works))
                .sorted(Comparator.comparing(Row::type).thenComparingInt(Row::number))
                .map(row -> view(row, Objects.requireNonNull(stored.get(row.fileId())), named))
                .toList();
    }

    private ProjectFileView one(UUID projectId, UUID fileId, Place place) {
        return seen(projectId, place).stream()
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    private static boolean shown(Map<UUID, StoredFile> stored, Row row, boolean works) {
        var file = stored.get(row.fileId());
        return file != null && (works ? file.state() != FileState.REMOVED : file.state() == FileState.CHECKED);
    }

    private static ProjectFileView view(Row row, StoredFile file, boolean named) {
        return new ProjectFileView(
                row.fileId(),
                row.projectId(),
                row.type(),
                row.number(),
                named ? file.name() : null,
                file.sizeBytes(),
                file.state(),
                file.format(),
                file.refusal(),
                file.uploadedAt());
    }

    /** {@code TP26-014-presentation-1.pdf}: says nothing about who is behind the project. */
    private static String neutral(String projectNumber, ProjectFileView file) {
        var type = file.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var ending = file.format() == null ? "bin" : file.format().endings().getFirst();
        return projectNumber + "-" + type + "-" + file.number() + "." + ending;
    }

    private Place require(UUID projectId) {
        var place = lifecycle.place(projectId).orElseThrow(NotVisible::new);
        access.require(reading(projectId), place);
        return place;
    }

    private Action reading(UUID projectId) {
        return repository.released(projectId) ? Action.READ_PROJECT_FILES_AFTER_RELEASE : Action.READ_PROJECT_FILES;
    }
}
