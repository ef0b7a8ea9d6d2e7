package org.regatta.projectfile;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.file.FileState;
import org.regatta.file.StoredFile;
import org.regatta.file.StoredFiles;
import org.regatta.project.Projects;
import org.regatta.projectfile.ProjectFileRepository.Row;
import org.regatta.shared.Finding;
import org.springframework.stereotype.Component;

/**
 * Lets a project be handed in with every file that the call requires. One in quarantine counts: a check that is late must
 * not make a team late. If it is refused afterwards, the team may replace it.
 */
@Component
class FilesOnHandIn implements Projects.HandInCheck {

    private final ProjectFileRepository repository;
    private final FilesAskedRepository asked;
    private final StoredFiles files;

    FilesOnHandIn(ProjectFileRepository repository, FilesAskedRepository asked, StoredFiles files) {
        this.repository = repository;
        this.asked = asked;
        this.files = files;
    }

    @Override
    public List<Finding> lacking(UUID projectId) {
        var rows = repository.of(projectId);
        var stored = files.byIds(rows.stream().map(Row::fileId).toList());
        var there = rows.stream()
                .filter(row -> counts(stored.get(row.fileId())))
                .map(Row::type)
                .collect(Collectors.toSet());
        return asked.ofProject(projectId).stream()
                .filter(one -> one.required() && !there.contains(one.type()))
                .map(one -> new Finding(
                        "files." + one.type(),
                        "A file of type " + one.type() + " is missing.",
                        "Add it to the project, then hand in."))
                .toList();
    }

    private static boolean counts(@Nullable StoredFile file) {
        return file != null && (file.state() == FileState.UPLOADED || file.state() == FileState.CHECKED);
    }
}
