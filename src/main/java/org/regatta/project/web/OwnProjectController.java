package org.regatta.project.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.identity.NotVisible;
import org.regatta.project.OwnProject;
import org.regatta.project.OwnProjects;
import org.regatta.project.OwnProjects.NewDraft;
import org.regatta.project.ProjectIncomplete;
import org.regatta.project.Projects;
import org.regatta.project.Projects.ProjectChange;
import org.regatta.project.course.Course;
import org.regatta.project.course.Courses;
import org.regatta.project.team.Joining;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Problem;
import org.regatta.shared.web.ProblemAnswers;
import org.regatta.shared.web.ProblemWords;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A team's own projects: {@code project/mine.html}, where they begin {@code project/begin.html} and are written
 * {@code project/write.html}. What one of them looks like to its team is at {@link ProjectPageController}.
 */
@Controller
class OwnProjectController {

    private final OwnProjects own;
    private final Projects projects;
    private final Competitions competitions;
    private final Courses courses;
    private final Joining joining;
    private final ProblemWords words;

    OwnProjectController(
            OwnProjects own,
            Projects projects,
            Competitions competitions,
            Courses courses,
            Joining joining,
            ProblemWords words) {
        this.own = own;
        this.projects = projects;
        this.competitions = competitions;
        this.courses = courses;
        this.joining = joining;
        this.words = words;
    }

    /** What is typed in the form of a new project. */
    record Begun(@Nullable String title, @Nullable String teamName) {

        NewDraft draft() {
            return new NewDraft(title == null ? "" : title, teamName == null ? "" : teamName);
        }
    }

    /** What is typed in a draft. */
    record Written(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String category,
            @Nullable String country,
            int version) {

        ProjectChange change() {
            return new ProjectChange(
                    title == null ? "" : title.strip(), text(summary), orNull(category), upper(orNull(country)));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.replace("\r\n", "\n");
        }

        private static @Nullable String orNull(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }

        private static @Nullable String upper(@Nullable String typed) {
            return typed == null ? null : typed.toUpperCase(Locale.ROOT);
        }
    }

    /**
     * What became of a draft that was sent while it was typed.
     *
     * @param theirs what a team mate wrote meanwhile; null unless that is why it was not kept
     */
    record Kept(
            int version, List<Finding> findings, @Nullable OwnProject theirs) {}

    @GetMapping("/my-projects")
    String mine(Model model) {
        model.addAttribute("rows", own.mine().stream().map(courses::row).toList());
        model.addAttribute("calls", own.calls());
        model.addAttribute("asked", joining.mine());
        return "project/mine";
    }

    @GetMapping("/competitions/{competitionId}/enter")
    String begin(@PathVariable UUID competitionId, Model model) {
        begin(model.asMap(), competitionId, new Begun("", ""), List.of());
        return "project/begin";
    }

    @PostMapping("/competitions/{competitionId}/enter")
    ModelAndView enter(@PathVariable UUID competitionId, @ModelAttribute("begun") Begun begun) {
        try {
            return new ModelAndView("redirect:/projects/" + own.begin(competitionId, begun.draft()) + "/write");
        } catch (InvalidInput wrong) {
            var page = new ModelAndView("project/begin");
            begin(page.getModelMap(), competitionId, begun, words.of(wrong).findings());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @GetMapping("/projects/{projectId}/write")
    String write(@PathVariable UUID projectId, Model model) {
        var project = mine(projectId);
        var course = courses.of(project);
        if (!course.editable()) {
            return "redirect:/projects/" + projectId;
        }
        write(model.asMap(), course, project, List.of());
        return "project/write";
    }

    /** The whole form, as browsers without JavaScript send it. */
    @PostMapping("/projects/{projectId}/write")
    ModelAndView save(
            @PathVariable UUID projectId, @ModelAttribute("written") Written written, RedirectAttributes flash) {
        var project = mine(projectId);
        try {
            own.save(projectId, written.change(), written.version());
            flash.addFlashAttribute("done", "own.saved");
            flash.addFlashAttribute("reached", projectId);
            return new ModelAndView("redirect:/projects/" + projectId);
        } catch (ChangedMeanwhile changed) {
            var theirs = mine(projectId);
            return again(theirs, written, changed).addObject("theirs", theirs);
        } catch (Problem refused) {
            return again(project, written, refused);
        }
    }

    /** While it is typed. */
    @PostMapping("/projects/{projectId}/draft")
    ResponseEntity<Kept> keep(@PathVariable UUID projectId, @RequestBody Written written) {
        mine(projectId);
        try {
            var version = own.save(projectId, written.change(), written.version());
            return ResponseEntity.ok(new Kept(version, List.of(), null));
        } catch (InvalidInput wrong) {
            var findings = words.of(wrong).findings();
            return ResponseEntity.unprocessableEntity().body(new Kept(written.version(), findings, null));
        } catch (ChangedMeanwhile changed) {
            var theirs = mine(projectId);
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Kept(theirs.version(), List.of(), theirs));
        }
    }

    @PostMapping("/projects/{projectId}/submit")
    String submit(@PathVariable UUID projectId, RedirectAttributes flash) {
        mine(projectId);
        try {
            projects.submit(projectId);
            flash.addFlashAttribute("done", "own.submitted");
        } catch (ProjectIncomplete incomplete) {
            flash.addFlashAttribute("incomplete", true); // the page names what is missing
        }
        return "redirect:/projects/" + projectId;
    }

    @PostMapping("/projects/{projectId}/withdraw")
    String withdraw(@PathVariable UUID projectId, RedirectAttributes flash) {
        mine(projectId);
        projects.withdraw(projectId);
        flash.addFlashAttribute("done", "own.withdrawn");
        return "redirect:/projects/" + projectId;
    }

    private OwnProject mine(UUID projectId) {
        return own.find(projectId).orElseThrow(NotVisible::new);
    }

    private void begin(Map<String, Object> model, UUID competitionId, Begun begun, List<Finding> findings) {
        model.put("competition", competitions.get(competitionId));
        model.put(
                "open",
                own.calls().stream().anyMatch(call -> call.competitionId().equals(competitionId)));
        model.put("begun", begun);
        model.put("findings", findings);
    }

    private ModelAndView again(OwnProject project, Written written, Problem refused) {
        var page = new ModelAndView("project/write");
        var typed = written.change();
        var shown = new OwnProject(
                project.id(),
                project.competitionId(),
                project.number(),
                typed.title(),
                typed.summary(),
                typed.category(),
                typed.country(),
                project.status(),
                project.teamName(),
                project.createdAt(),
                project.submittedAt(),
                project.submittedLate(),
                project.version());
        write(page.getModelMap(), courses.of(project), shown, words.findings(ProblemAnswers.findings(refused)));
        page.setStatus(ProblemAnswers.status(refused));
        return page;
    }

    private static void write(Map<String, Object> model, Course course, OwnProject shown, List<Finding> findings) {
        model.put("course", course);
        model.put("project", shown);
        model.put("findings", findings);
    }
}
