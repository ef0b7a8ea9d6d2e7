package org.regatta.competition.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of a ranking in words, and as data to edit: {@code competition/scoring-policy.html}. */
@Controller
class ScoringPolicyPageController {

    private static final String ADDRESS = "/competitions/{competitionId}/scoring-policies/{policyId}";

    private final ScoringPolicies policies;
    private final Competitions competitions;
    private final Access access;
    private final ObjectMapper json;

    ScoringPolicyPageController(ScoringPolicies policies, Competitions competitions, Access access, ObjectMapper json) {
        this.policies = policies;
        this.competitions = competitions;
        this.access = access;
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.NON_NULL);
    }

    @GetMapping(ADDRESS)
    String show(@PathVariable UUID competitionId, @PathVariable UUID policyId, Model model)
            throws JsonProcessingException {
        var view = find(competitionId, policyId);
        return page(view, json.writerWithDefaultPrettyPrinter().writeValueAsString(view.policy()), model);
    }

    @PostMapping(ADDRESS)
    String change(
            @PathVariable UUID competitionId,
            @PathVariable UUID policyId,
            Edit edit,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var view = find(competitionId, policyId);
        try {
            policies.change(policyId, policies.read(json.readTree(edit.rules()), "policy"), edit.version());
        } catch (JsonProcessingException unreadable) {
            var at = unreadable.getLocation();
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again(view, edit.rules(), List.of(notJson(at.getLineNr(), at.getColumnNr())), model);
        } catch (Problem refused) {
            response.setStatus(ProblemAnswers.status(refused).value());
            return again(view, edit.rules(), ProblemAnswers.findings(refused), model);
        }
        flash.addFlashAttribute("done", "policy.saved");
        return "redirect:/competitions/" + competitionId + "/scoring-policies/" + policyId;
    }

    /** What the form sends: the rules as typed, and the version they were read in. */
    record Edit(String rules, int version) {

        Edit {
            rules = Objects.requireNonNullElse(rules, "");
        }
    }

    private static Finding notJson(int line, int column) {
        return new Finding(
                line + ":" + column,
                "This is not JSON.",
                "Look at line " + line + ", column " + column + ": a comma, a quote or a bracket is wrong.");
    }

    private ScoringPolicyView find(UUID competitionId, UUID policyId) {
        var view = policies.get(policyId);
        if (!view.competitionId().equals(competitionId)) {
            throw new NotVisible();
        }
        return view;
    }

    private String again(ScoringPolicyView view, String typed, List<Finding> findings, Model model) {
        model.addAttribute("findings", findings);
        return page(view, typed, model);
    }

    private String page(ScoringPolicyView view, String rules, Model model) {
        var competition = competitions.get(view.competitionId());
        model.addAttribute("view", view);
        model.addAttribute("competition", competition);
        model.addAttribute("rules", rules);
        model.addAttribute("mayRun", access.may(Action.RUN_COMPETITION, competition.place()));
        return "competition/scoring-policy";
    }
}
