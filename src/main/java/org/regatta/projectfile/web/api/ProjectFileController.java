package org.regatta.projectfile.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.regatta.file.MissingParts;
import org.regatta.identity.RateLimited;
import org.regatta.projectfile.NewProjectFile;
import org.regatta.projectfile.ProjectFileView;
import org.regatta.projectfile.ProjectFiles;
import org.regatta.projectfile.ProjectUploads;
import org.regatta.shared.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The files of a project. Addresses of the store are given to GET only: their answers are stored nowhere. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/files")
@Tag(name = "Project files")
class ProjectFileController {

    private final ProjectFiles files;
    private final ProjectUploads uploads;

    ProjectFileController(ProjectFiles files, ProjectUploads uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    /** Where a file can be fetched for a short time. */
    record Link(URI address) {}

    @GetMapping
    @Operation(summary = "The files of a project that I may see")
    Page<ProjectFileView> of(@PathVariable UUID projectId) {
        return Page.whole(files.of(projectId));
    }

    @RateLimited("upload")
    @PostMapping
    @Operation(
            summary = "Announce a file of my project",
            description =
                    "Then ask for its missing parts, PUT each to its address, and complete the file. Announcing the"
                            + " same name and size again goes on with what was begun.")
    ResponseEntity<ProjectFileView> announce(@PathVariable UUID projectId, @Valid @RequestBody NewProjectFile file) {
        var id = uploads.announce(projectId, file);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + projectId + "/files/" + id))
                .body(files.get(projectId, id));
    }

    @GetMapping("/{fileId}")
    @Operation(summary = "One file")
    ProjectFileView get(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        return files.get(projectId, fileId);
    }

    @GetMapping("/{fileId}/parts")
    @Operation(summary = "The parts of an announced file that have not arrived, each with an address to PUT it to")
    ResponseEntity<MissingParts> missing(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(uploads.missing(projectId, fileId));
    }

    @PostMapping("/{fileId}/complete")
    @Operation(summary = "Say that all parts of a file are sent; it is checked by itself")
    ProjectFileView complete(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        uploads.complete(projectId, fileId);
        return files.get(projectId, fileId);
    }

    @DeleteMapping("/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a file of my project away for good")
    void remove(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        uploads.remove(projectId, fileId);
    }

    @GetMapping("/{fileId}/link")
    @Operation(summary = "Where a checked file can be fetched for a short time, as an attachment")
    ResponseEntity<Link> link(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Link(files.download(projectId, fileId)));
    }
}
