package org.regatta.projectfile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.file.Transfers;
import org.regatta.identity.NotVisible;
import org.regatta.project.OwnProjects;
import org.regatta.project.ProjectStatus;
import org.regatta.projectfile.FilesAsked;
import org.regatta.projectfile.ProjectFiles;
import org.regatta.projectfile.ProjectUploads;
import org.regatta.shared.web.ConnectSources;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a project: its team's page {@code projectfile/files.html}, and the way to each for all who may read it. */
@Controller
class ProjectFilesController {

    private final ProjectFiles files;
    private final ProjectUploads uploads;
    private final FilesAsked asked;
    private final OwnProjects own;
    private final Competitions competitions;
    private final Transfers transfers;

    ProjectFilesController(
            ProjectFiles files,
            ProjectUploads uploads,
            FilesAsked asked,
            OwnProjects own,
            Competitions competitions,
            Transfers transfers) {
        this.files = files;
        this.uploads = uploads;
        this.asked = asked;
        this.own = own;
        this.competitions = competitions;
        this.transfers = transfers;
    }

    @GetMapping("/projects/{projectId}/files")
    String show(@PathVariable UUID projectId, HttpServletRequest request, Model model) {
        var project = own.find(projectId).orElseThrow(NotVisible::new);
        var open = own.takesProjects(project.competitionId());
        var slots = UploadSlot.of(uploads.asked(projectId), asked.maxBytes(), files.of(projectId)).stream()
                .filter(slot -> open || !slot.files().isEmpty())
                .toList();
        model.addAttribute("project", project);
        model.addAttribute("competition", competitions.get(project.competitionId()));
        model.addAttribute("slots", slots);
        model.addAttribute("draft", open && project.status() == ProjectStatus.DRAFT);
        model.addAttribute("handedIn", open && project.status() == ProjectStatus.SUBMITTED);
        ConnectSources.allow(request, transfers.endpoint());
        return "projectfile/files";
    }

    /** To the store, for a short time; the right is asked for at every request. */
    @GetMapping("/projects/{projectId}/files/{fileId}")
    ResponseEntity<Void> download(@PathVariable UUID projectId, @PathVariable UUID fileId) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(files.download(projectId, fileId))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @PostMapping("/projects/{projectId}/files/{fileId}/remove")
    String remove(@PathVariable UUID projectId, @PathVariable UUID fileId, RedirectAttributes flash) {
        uploads.remove(projectId, fileId);
        flash.addFlashAttribute("done", "files.removed");
        return "redirect:/projects/" + projectId + "/files";
    }
}
