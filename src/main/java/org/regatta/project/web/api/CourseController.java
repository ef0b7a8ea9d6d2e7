package org.regatta.project.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.regatta.identity.NotVisible;
import org.regatta.project.OwnProjects;
import org.regatta.project.course.Course;
import org.regatta.project.course.Courses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public steps of an own project: what its team reads on its page. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/course")
@Tag(name = "Projects")
class CourseController {

    private final OwnProjects own;
    private final Courses courses;

    CourseController(OwnProjects own, Courses courses) {
        this.own = own;
        this.courses = courses;
    }

    @GetMapping
    @Operation(
            summary = "Where a project of my own team stands, with its public steps",
            description = "In the words of the team's page and in the caller's language. Nothing of a result before its"
                    + " release. Whoever may read the whole history finds it under history.")
    Course course(@PathVariable UUID projectId) {
        return courses.of(own.find(projectId).orElseThrow(NotVisible::new));
    }
}
