package org.regatta.project.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.regatta.project.ProjectHistory;
import org.regatta.workflow.ProcessHistory.Step;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the processes did with a project. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/history")
@Tag(name = "Projects")
class ProjectHistoryController {

    private final ProjectHistory history;

    ProjectHistoryController(ProjectHistory history) {
        this.history = history;
    }

    @GetMapping
    @Operation(
            summary = "Every step of a project's processes, the earliest first",
            description = "For those who read the competition's history; a team reads its public steps under course.")
    List<Step> history(@PathVariable UUID projectId) {
        return history.of(projectId);
    }
}
