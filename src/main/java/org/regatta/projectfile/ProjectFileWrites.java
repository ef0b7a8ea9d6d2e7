package org.regatta.projectfile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.file.FileState;
import org.regatta.file.NewFile;
import org.regatta.file.StoredFile;
import org.regatta.file.StoredFiles;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.project.ProjectLifecycle;
import org.regatta.projectfile.ProjectFileRepository.Row;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of {@link ProjectUploads}; each holds the project and asks for the right to write its files. */
@Component
@Transactional
class ProjectFileWrites {

    static final int MOST_FILES = 30;

    private final ProjectFileRepository repository;
    private final FilesAskedRepository asked;
    private final StoredFiles files;
    private final ProjectLifecycle projects;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectFileWrites(
            ProjectFileRepository repository,
            FilesAskedRepository asked,
            StoredFiles files,
            ProjectLifecycle projects,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.asked = asked;
        this.files = files;
        this.projects = projects;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    public UUID announce(UUID projectId, NewProjectFile file) {
        require(projectId);
        var rows = repository.of(projectId);
        var stored = files.byIds(rows.stream().map(Row::fileId).toList());
        projects.hold(projectId, refused(stored, file.replacesId()));
        var begun = begun(rows, stored, file);
        if (begun.isPresent()) {
            return begun.get();
        }
        var limit = limit(projectId, file.type());
        if (stored.values().stream()
                        .filter(one -> one.state() != FileState.REMOVED)
                        .count()
                >= MOST_FILES) {
            throw new TooManyFiles(MOST_FILES);
        }
        requireReplaceable(rows, file);
        var id = files.announce(
                new NewFile(file.name().strip(), file.sizeBytes(), file.type().formats(), limit));
        repository.insert(id, projectId, file, access.viewer().personId());
        return id;
    }

    /** Goes on only if the file is one of the project's and its team may write now. */
    public void expect(UUID projectId, UUID fileId) {
        require(projectId);
        hold(projectId, row(projectId, fileId));
    }

    public void uploaded(UUID projectId, UUID fileId) {
        var place = require(projectId);
        var row = row(projectId, fileId);
        hold(projectId, row);
        if (!files.uploaded(fileId)) {
            return;
        }
        events.publishEvent(new ProjectFileUploaded(
                projectId,
                fileId,
                row.type(),
                files.get(fileId).name(),
                competition(place),
                access.viewer().personId(),
                clock.instant()));
        var replaced = row.replacesId();
        if (replaced != null) {
            take(place, row(projectId, replaced));
        }
    }

    public void remove(UUID projectId, UUID fileId) {
        var place = require(projectId);
        var row = row(projectId, fileId);
        projects.hold(projectId, false);
        take(place, row);
    }

    @Transactional(readOnly = true)
    public List<AskedFile> asked(UUID projectId) {
        access.require(Action.READ_PROJECT, projects.place(projectId).orElseThrow(NotVisible::new));
        return asked.ofProject(projectId);
    }

    private void take(Place place, Row row) {
        var name = files.get(row.fileId()).name(); // gone with the file
        if (files.remove(row.fileId())) {
            events.publishEvent(new ProjectFileRemoved(
                    row.projectId(),
                    row.fileId(),
                    row.type(),
                    name,
                    row.addedBy(),
                    competition(place),
                    access.viewer().personId(),
                    clock.instant()));
        }
    }

    /** A file that was begun and not finished: whoever chooses it again goes on with it. */
    private static Optional<UUID> begun(List<Row> rows, Map<UUID, StoredFile> stored, NewProjectFile file) {
        return rows.stream()
                .filter(row -> row.type() == file.type() && Objects.equals(row.replacesId(), file.replacesId()))
                .map(row -> stored.get(row.fileId()))
                .filter(one -> one != null
                        && one.state() == FileState.ANNOUNCED
                        && one.sizeBytes() == file.sizeBytes()
                        && one.name().equals(file.name().strip()))
                .map(StoredFile::id)
                .findFirst();
    }

    private long limit(UUID projectId, FileType type) {
        var wanted = asked.ofProject(projectId);
        if (wanted.isEmpty()) {
            return files.maxBytes();
        }
        return wanted.stream()
                .filter(one -> one.type() == type)
                .findFirst()
                .orElseThrow(() -> new FileNotAsked(type))
                .maxBytes();
    }

    private static void requireReplaceable(List<Row> rows, NewProjectFile file) {
        var replaced = file.replacesId();
        if (replaced != null
                && rows.stream().noneMatch(row -> row.fileId().equals(replaced) && row.type() == file.type())) {
            throw new InvalidInput(new Finding(
                    "replacesId",
                    "The project has no such file of this type.",
                    "Name a file of the same type, or none."));
        }
    }

    /** After handing in, a team may still replace what did not pass the check, until what replaces it is complete. */
    private void hold(UUID projectId, Row row) {
        var replaced = row.replacesId();
        var stored = replaced == null ? Map.<UUID, StoredFile>of() : files.byIds(List.of(replaced));
        projects.hold(projectId, refused(stored, replaced));
    }

    /** Whether a file is refused and not replaced yet: it is removed when what replaces it is complete. */
    private static boolean refused(Map<UUID, StoredFile> stored, @Nullable UUID fileId) {
        var file = fileId == null ? null : stored.get(fileId);
        return file != null && file.state() == FileState.REFUSED;
    }

    private Row row(UUID projectId, UUID fileId) {
        return repository
                .find(fileId)
                .filter(row -> row.projectId().equals(projectId))
                .orElseThrow(NotVisible::new);
    }

    private Place require(UUID projectId) {
        var place = projects.place(projectId).orElseThrow(NotVisible::new);
        access.require(Action.WRITE_PROJECT_FILES, place);
        return place;
    }

    private static UUID competition(Place place) {
        return Objects.requireNonNull(place.competitionId());
    }
}
