package org.regatta.projectfile.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.projectfile.AskedFile;
import org.regatta.projectfile.FilesAsked;
import org.regatta.projectfile.ProjectFileView;
import org.regatta.projectfile.ProjectFiles;
import org.regatta.projectfile.ProjectUploads;
import org.springframework.stereotype.Component;

/** What the fragments of {@code projectfile/files.html} and {@code asked.html} show on the pages of other modules. */
@Component("projectFileRows")
class ProjectFileRows {

    private final ProjectFiles files;
    private final ProjectUploads uploads;
    private final FilesAsked asked;

    ProjectFileRows(ProjectFiles files, ProjectUploads uploads, FilesAsked asked) {
        this.files = files;
        this.uploads = uploads;
        this.asked = asked;
    }

    /** The files of a project that the viewer may see; none where the viewer may see none. */
    public List<ProjectFileView> of(UUID projectId) {
        return files.readable(projectId) ? files.of(projectId) : List.of();
    }

    /** What the open call requires and the team has not added. */
    public List<AskedFile> missing(UUID projectId, List<ProjectFileView> there) {
        var types = there.stream()
                .filter(UploadSlot::counts)
                .map(ProjectFileView::type)
                .collect(Collectors.toSet());
        return uploads.asked(projectId).stream()
                .filter(one -> one.required() && !types.contains(one.type()))
                .toList();
    }

    /** What a round asks its teams for. */
    public List<AskedFile> asked(UUID roundId) {
        return asked.of(roundId);
    }
}
