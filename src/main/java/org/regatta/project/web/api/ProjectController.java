package org.regatta.project.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.project.NewProject;
import org.regatta.project.ProjectFilter;
import org.regatta.project.ProjectStatus;
import org.regatta.project.ProjectView;
import org.regatta.project.Projects;
import org.regatta.project.Projects.ProjectChange;
import org.regatta.project.TeamView;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.MergePatch;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The projects of a competition. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Projects")
class ProjectController {

    private final Projects projects;
    private final MergePatch patches;

    ProjectController(Projects projects, MergePatch patches) {
        this.projects = projects;
        this.patches = patches;
    }

    /** A project as it is sent; a draft unless it says that it is submitted. */
    record ProjectBody(
            @NotNull String number,
            @NotNull String title,
            @Nullable String summary,
            @Nullable String category,
            @Nullable String country,
            @NotNull String teamName,
            @Nullable List<@NotNull UUID> memberIds,
            @Nullable Boolean submitted) {

        NewProject project() {
            return new NewProject(
                    number,
                    title,
                    summary == null ? "" : summary,
                    category,
                    country,
                    teamName,
                    memberIds == null ? List.of() : memberIds,
                    Boolean.TRUE.equals(submitted));
        }
    }

    /** A project with its team; the team is absent where the viewer must not know it. */
    record ProjectDetails(
            @JsonUnwrapped ProjectView project,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TeamView team) {}

    /** Which projects a list shows, and in which order: by number unless it says otherwise. */
    record Narrowed(
            @Nullable ProjectStatus status,
            @Nullable String category,
            @Nullable String text,
            ProjectFilter.@Nullable Sort sort) {

        ProjectFilter filter() {
            return new ProjectFilter(status, category, text, sort == null ? ProjectFilter.Sort.NUMBER : sort);
        }
    }

    @GetMapping("/competitions/{competitionId}/projects")
    @Operation(summary = "The projects of a competition that I may see")
    Page<ProjectView> list(
            @PathVariable UUID competitionId,
            @ParameterObject Narrowed narrowed,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return projects.list(competitionId, narrowed.filter(), new PageRequest(page, size));
    }

    @PostMapping("/competitions/{competitionId}/projects")
    @Operation(summary = "Enter a project with its team")
    ResponseEntity<ProjectDetails> enter(@PathVariable UUID competitionId, @Valid @RequestBody ProjectBody body) {
        var id = projects.enter(competitionId, body.project());
        return ResponseEntity.created(URI.create("/api/v1/projects/" + id)).body(get(id));
    }

    @GetMapping("/projects/{projectId}")
    @Operation(summary = "One project with its team")
    ProjectDetails get(@PathVariable UUID projectId) {
        return new ProjectDetails(
                projects.get(projectId), projects.team(projectId).orElse(null));
    }

    @PatchMapping("/projects/{projectId}")
    @Operation(
            summary = "Change what a project says about itself; fields left out stay, null takes a value away",
            description =
                    "Title and summary are the team's, while the project is a draft and the call is open; category and"
                            + " country are also for those who run the competition, at any time.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ProjectChange.class))))
    ProjectDetails change(@PathVariable UUID projectId, @RequestBody ObjectNode patch) {
        projects.change(projectId, stored -> patches.apply(stored, patch, ProjectChange.class));
        return get(projectId);
    }

    @PostMapping("/projects/{projectId}/submit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand in a draft of the own team")
    void submit(@PathVariable UUID projectId) {
        projects.submit(projectId);
    }

    @PostMapping("/projects/{projectId}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a project of the own team back for good")
    void withdraw(@PathVariable UUID projectId) {
        projects.withdraw(projectId);
    }
}
