package org.regatta.ranking.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.ranking.RankingFilter;
import org.regatta.ranking.Rankings;
import org.regatta.ranking.Rankings.Order;
import org.regatta.ranking.Remarks;
import org.regatta.ranking.SourceRound;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How one project was ranked, {@code ranking/derivation.html}, and two beside each other, {@code ranking/compare.html}. */
@Controller
class DerivationPageController {

    private static final int CHOICES = 12;

    private final Rankings rankings;
    private final Remarks remarks;
    private final RankingFrame frame;
    private final Access access;

    DerivationPageController(Rankings rankings, Remarks remarks, RankingFrame frame, Access access) {
        this.rankings = rankings;
        this.remarks = remarks;
        this.frame = frame;
        this.access = access;
    }

    @GetMapping("/rounds/{roundId}/ranking/{projectId}")
    String derivation(@PathVariable UUID roundId, @PathVariable UUID projectId, Model model) {
        var view = rankings.derivation(roundId, projectId);
        var place = frame.fill(roundId, model).place().withProject(projectId);
        frame.label(roundId, model);
        model.addAttribute("opens", access.may(Action.READ_PROJECT, place));
        model.addAttribute("view", view);
        model.addAttribute(
                "sources", view.sources().stream().collect(Collectors.toMap(SourceRound::key, Function.identity())));
        model.addAttribute("neighbours", rankings.neighbours(roundId, view.row()));
        model.addAttribute("remarks", remarks.of(roundId, List.of(projectId)));
        return "ranking/derivation";
    }

    /** Two projects; with one, others to choose from: its neighbours in the ranking, or those that match {@code q}. */
    @GetMapping("/rounds/{roundId}/ranking/compare")
    String compare(
            @PathVariable UUID roundId,
            @RequestParam List<UUID> project,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        // an empty value names nothing
        var chosen =
                project.stream().filter(Objects::nonNull).distinct().limit(2).toList();
        if (chosen.isEmpty()) {
            return "redirect:/rounds/" + roundId + "/ranking";
        }
        frame.fill(roundId, model);
        if (chosen.size() < 2) {
            var one = rankings.derivation(roundId, chosen.getFirst());
            model.addAttribute("one", one.row());
            model.addAttribute("policy", one.policy());
            model.addAttribute("q", q == null ? "" : q);
            model.addAttribute(
                    "others",
                    q == null || q.isBlank()
                            ? rankings.neighbours(roundId, one.row())
                            : rankings.rows(
                                            roundId,
                                            new RankingFilter(null, null, RankingFilter.Show.ALL, q),
                                            Order.AS_RANKED,
                                            new PageRequest(0, CHOICES))
                                    .items());
            return "ranking/compare";
        }
        frame.label(roundId, model);
        model.addAttribute(
                "pair",
                ProjectPair.of(
                        rankings.derivation(roundId, chosen.getFirst()),
                        rankings.derivation(roundId, chosen.getLast()),
                        remarks.of(roundId, chosen)));
        return "ranking/compare";
    }
}
