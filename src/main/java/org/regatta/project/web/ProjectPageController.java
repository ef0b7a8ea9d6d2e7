package org.regatta.project.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.People;
import org.regatta.identity.PersonView;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.project.OwnProjects;
import org.regatta.project.ProjectFilter;
import org.regatta.project.ProjectFilter.Sort;
import org.regatta.project.ProjectHistory;
import org.regatta.project.ProjectPassages;
import org.regatta.project.ProjectPassages.Passage;
import org.regatta.project.ProjectStatus;
import org.regatta.project.Projects;
import org.regatta.project.course.Courses;
import org.regatta.project.mentor.Mentors;
import org.regatta.project.team.OwnTeams;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;
import org.regatta.workflow.ProcessHistory.Step;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The projects of a competition ({@code project/list.html}) and one of them ({@code project/project.html}). */
@Controller
class ProjectPageController {

    private static final int ROWS = 50;

    private final Projects projects;
    private final ProjectHistory history;
    private final OwnProjects own;
    private final Courses courses;
    private final List<ProjectPassages> passages;
    private final Competitions competitions;
    private final Rounds rounds;
    private final Mentors mentors;
    private final OwnTeams teams;
    private final People people;
    private final Access access;

    ProjectPageController(
            Projects projects,
            ProjectHistory history,
            OwnProjects own,
            Courses courses,
            List<ProjectPassages> passages,
            Competitions competitions,
            PageSources sources) {
        this.projects = projects;
        this.history = history;
        this.own = own;
        this.courses = courses;
        this.passages = passages;
        this.competitions = competitions;
        this.rounds = sources.rounds();
        this.mentors = sources.mentors();
        this.teams = sources.teams();
        this.people = sources.people();
        this.access = sources.access();
    }

    /** What an address says of the list. */
    record Asked(
            @Nullable ProjectStatus status,
            @Nullable String q,
            @Nullable Sort sort,
            @Nullable Boolean descending) {

        ProjectFilter filter() {
            return new ProjectFilter(
                    status,
                    null,
                    q == null || q.isBlank() ? null : q.strip(),
                    sort == null ? Sort.NUMBER : sort,
                    Boolean.TRUE.equals(descending));
        }
    }

    @GetMapping("/competitions/{competitionId}/projects")
    String list(
            @PathVariable UUID competitionId, Asked asked, @RequestParam(defaultValue = "0") int page, Model model) {
        var filter = asked.filter();
        var competition = competitions.get(competitionId);
        model.addAttribute("competition", competition);
        model.addAttribute("projects", projects.list(competitionId, filter, new PageRequest(page, ROWS)));
        model.addAttribute("filter", filter);
        model.addAttribute("nothing", nothing(competition.place()));
        var address = ListAddress.at("/competitions/" + competitionId + "/projects")
                .with("q", filter.text())
                .with("status", filter.status());
        model.addAttribute("list", ListView.sorted(address, filter.sort(), filter.descending(), Sort.NUMBER));
        model.addAttribute("statuses", ProjectStatus.values());
        return "project/list";
    }

    @GetMapping("/projects/{projectId}")
    String show(@PathVariable UUID projectId, @RequestParam(required = false) @Nullable String ask, Model model) {
        var mine = own.find(projectId);
        if (mine.isPresent()) {
            model.addAttribute("asking", ask);
            model.addAttribute("course", courses.of(mine.get()));
            model.addAttribute("team", projects.team(projectId).orElse(null));
            model.addAttribute("membership", teams.of(projectId));
            return "project/own";
        }
        var project = projects.get(projectId);
        var competition = competitions.get(project.competitionId());
        var place = competition.place().withProject(projectId);
        var steps = access.may(Action.READ_HISTORY, place) ? history.of(projectId) : List.<Step>of();
        var passages = passages(projectId);
        var taken = new HashSet<>(history.rounds(projectId));
        taken.addAll(passages.keySet()); // decided in a deliberation, which has no work on single projects
        model.addAttribute("project", project);
        model.addAttribute("competition", competition);
        model.addAttribute("team", projects.team(projectId).orElse(null));
        model.addAttribute(
                "rounds",
                rounds.of(competition.id()).stream()
                        .filter(round -> taken.contains(round.id()))
                        .toList());
        model.addAttribute("passages", passages);
        model.addAttribute("steps", steps);
        model.addAttribute("names", names(steps));
        model.addAttribute("mayAssign", access.may(Action.MANAGE_ASSIGNMENTS, place));
        model.addAttribute("mayDeclare", access.may(Action.DECLARE_CONFLICT, place));
        if (access.may(Action.NAME_MENTORS, place)) {
            model.addAttribute("mentors", mentors.of(projectId));
            model.addAttribute("choices", mentors.choices(projectId));
        }
        return "project/project";
    }

    /** What an empty list says: to whom sees only some of the projects there, which ones. */
    private String nothing(Place place) {
        var viewer = access.viewer();
        if (access.may(Action.READ_PROJECT, place)
                || viewer.holds(Role.JURY_MEMBER, place)
                || viewer.holds(Role.APPLICANT, place)) {
            return "projects.none";
        }
        if (viewer.holds(Role.AWARD_MASTER, place)) {
            return "projects.none.shortlisted";
        }
        return viewer.holds(Role.MENTOR, place) ? "projects.none.mentored" : "projects.none";
    }

    private Map<UUID, List<Passage>> passages(UUID projectId) {
        return passages.stream()
                .flatMap(one -> one.of(projectId).stream())
                .collect(Collectors.groupingBy(Passage::roundId));
    }

    private Map<UUID, String> names(List<Step> steps) {
        var ids = steps.stream().map(Step::personId).filter(id -> id != null).collect(Collectors.toSet());
        var names = new HashMap<UUID, String>();
        for (PersonView person : people.byIds(ids).values()) {
            names.put(person.id(), person.name());
        }
        return names;
    }
}
