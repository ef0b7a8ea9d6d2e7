package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundNotOpen;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.Rounds;
import org.regatta.evaluation.Replacements;
import org.regatta.evaluation.TakesNoJurorNow;
import org.regatta.identity.People;
import org.regatta.identity.PersonView;
import org.regatta.jury.AssignmentState;
import org.regatta.jury.AssignmentView;
import org.regatta.jury.Assignments;
import org.regatta.jury.FreeJuror;
import org.regatta.project.Projects;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Problem;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who evaluates one project in a round, one more of them or one less ({@code steering/project-jurors.html}). */
@Controller
class ProjectJurorsPageController {

    /** Chosen instead of a juror: whoever is free and least busy. */
    private static final String ANYBODY = "ANYBODY";

    private final Assignments assignments;
    private final Replacements replacements;
    private final Rounds rounds;
    private final Competitions competitions;
    private final Projects projects;
    private final People people;

    ProjectJurorsPageController(
            Assignments assignments,
            Replacements replacements,
            Rounds rounds,
            Competitions competitions,
            Projects projects,
            People people) {
        this.assignments = assignments;
        this.replacements = replacements;
        this.rounds = rounds;
        this.competitions = competitions;
        this.projects = projects;
        this.people = people;
    }

    /** Somebody who evaluates it or could, with the name organisers know them by. */
    public record Row(
            UUID id, String name, String label, @Nullable AssignmentState state, long load) {}

    @GetMapping("/rounds/{roundId}/projects/{projectId}/jurors")
    String show(
            @PathVariable UUID roundId,
            @PathVariable UUID projectId,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        return fill(roundId, projectId, q, model);
    }

    /** Gives the project to one more juror. */
    @PostMapping("/rounds/{roundId}/projects/{projectId}/jurors")
    String assign(
            @PathVariable UUID roundId,
            @PathVariable UUID projectId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var jurorId = new Typed(fields).id("jurorId");
            if (jurorId == null) {
                throw new InvalidInput(new Finding("jurorId", "No juror is chosen.", "Choose one of the list."));
            }
            assignments.assign(roundId, projectId, jurorId);
        } catch (InvalidInput | RoundNotOpen | TakesNoJurorNow refused) {
            return refuse(roundId, projectId, refused, model, response);
        }
        flash.addFlashAttribute("done", "projectJurors.assigned");
        return back(roundId, projectId);
    }

    /** Takes a juror off the project, in this round, and gives it to another one where one is chosen. */
    @PostMapping("/rounds/{roundId}/projects/{projectId}/jurors/remove")
    String remove(
            @PathVariable UUID roundId,
            @PathVariable UUID projectId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var typed = new Typed(fields);
        var to = typed.text("to");
        try {
            var assignmentId = typed.id("assignmentId");
            var chosen = assignments.ofProject(roundId, projectId).stream()
                    .filter(one ->
                            one.state() == AssignmentState.ACTIVE && one.id().equals(assignmentId))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput(
                            new Finding("assignmentId", "No juror is chosen.", "Choose one of the list.")));
            if (to.isEmpty()) {
                assignments.recuse(chosen.id(), typed.text("reason"));
            } else {
                replacements.handOver(chosen.id(), to.equals(ANYBODY) ? null : typed.id("to"), typed.text("reason"));
            }
        } catch (InvalidInput | RoundNotOpen refused) {
            model.addAttribute("typed", fields);
            return refuse(roundId, projectId, refused, model, response);
        }
        flash.addFlashAttribute("done", to.isEmpty() ? "projectJurors.removed" : "projectJurors.handedOver");
        return back(roundId, projectId);
    }

    private String refuse(UUID roundId, UUID projectId, Problem refused, Model model, HttpServletResponse response) {
        response.setStatus(ProblemAnswers.status(refused).value());
        model.addAttribute("findings", ProblemAnswers.findings(refused));
        return fill(roundId, projectId, "", model);
    }

    private String fill(UUID roundId, UUID projectId, String q, Model model) {
        var round = rounds.get(roundId);
        var given = assignments.ofProject(roundId, projectId);
        var open = round.kind() == RoundKind.EVALUATION && round.status() == RoundStatus.OPEN;
        var free = open ? assignments.free(roundId, projectId) : List.<FreeJuror>of();
        var names = people.byIds(Stream.concat(
                        given.stream().map(AssignmentView::personId),
                        free.stream().map(FreeJuror::personId))
                .collect(Collectors.toSet()));
        var search = new PeopleSearch(q.strip());
        var found = free.stream()
                .map(juror ->
                        new Row(juror.jurorId(), name(names, juror.personId()), juror.label(), null, juror.load()))
                .filter(row -> search.finds(row.name(), row.label()))
                .toList();
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("project", projects.get(projectId));
        model.addAttribute("open", open);
        model.addAttribute(
                "given",
                given.stream()
                        .map(one -> new Row(one.id(), name(names, one.personId()), one.jurorLabel(), one.state(), 0))
                        .toList());
        model.addAttribute("all", free.size());
        model.addAttribute("found", found.size());
        model.addAttribute("search", search.text());
        model.addAttribute("free", found.stream().limit(PeopleSearch.SHOWN).toList());
        return "steering/project-jurors";
    }

    private static String name(Map<UUID, PersonView> people, UUID personId) {
        var person = people.get(personId);
        return person == null ? "" : person.name();
    }

    private static String back(UUID roundId, UUID projectId) {
        return "redirect:/rounds/" + roundId + "/projects/" + projectId + "/jurors";
    }
}
