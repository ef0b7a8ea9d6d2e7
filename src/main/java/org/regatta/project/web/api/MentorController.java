package org.regatta.project.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.regatta.project.mentor.MentorView;
import org.regatta.project.mentor.Mentors;
import org.regatta.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who accompanies a project. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/mentors")
@Tag(name = "Projects")
class MentorController {

    private final Mentors mentors;

    MentorController(Mentors mentors) {
        this.mentors = mentors;
    }

    @GetMapping
    @Operation(summary = "The mentors of a project, by name")
    Page<MentorView> of(@PathVariable UUID projectId) {
        return Page.whole(mentors.of(projectId));
    }

    @PutMapping("/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Name somebody as mentor of a project",
            description =
                    "Of those who hold the role MENTOR there and have no conflict of interest with it. Mentors read"
                            + " the project and its files.")
    void name(@PathVariable UUID projectId, @PathVariable UUID personId) {
        mentors.name(projectId, personId);
    }

    @DeleteMapping("/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a mentor from a project")
    void remove(@PathVariable UUID projectId, @PathVariable UUID personId) {
        mentors.remove(projectId, personId);
    }
}
