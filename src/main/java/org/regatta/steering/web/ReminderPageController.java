package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.notification.NewMailing;
import org.regatta.notification.Notifications;
import org.regatta.shared.InvalidInput;
import org.regatta.steering.JurorProgress;
import org.regatta.steering.RoundProgress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds those who are behind ({@code steering/reminder.html}): chosen, previewed one by one, then sent. */
@Controller
class ReminderPageController {

    private final Rounds rounds;
    private final Competitions competitions;
    private final RoundProgress progress;
    private final ReminderLetters letters;
    private final Notifications notifications;
    private final Access access;

    ReminderPageController(
            Rounds rounds,
            Competitions competitions,
            RoundProgress progress,
            ReminderLetters letters,
            Notifications notifications,
            Access access) {
        this.rounds = rounds;
        this.competitions = competitions;
        this.progress = progress;
        this.letters = letters;
        this.notifications = notifications;
        this.access = access;
    }

    @GetMapping("/rounds/{roundId}/reminder")
    String write(@PathVariable UUID roundId, Model model) {
        var round = mine(roundId);
        var behind = progress.behind(roundId);
        var chosen = behind.stream().map(JurorProgress::personId).collect(Collectors.toSet());
        return fill(round, behind, chosen, letters.subject(), letters.body(), model);
    }

    /** Every letter as it would leave; nothing is sent. */
    @PostMapping("/rounds/{roundId}/reminder/preview")
    String preview(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        var typed = new Typed(fields);
        var round = mine(roundId);
        var behind = progress.behind(roundId);
        try {
            var mailing = mailing(round, behind, typed);
            if (mailing.recipients().isEmpty()) {
                throw Typed.wrong("recipients", "There is nobody to write to.", "Choose at least one person.");
            }
            model.addAttribute("letters", notifications.preview(mailing));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
        }
        return fill(round, behind, chosen(behind, typed), typed.text("subject"), typed.text("body"), model);
    }

    @PostMapping("/rounds/{roundId}/reminder")
    String send(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var typed = new Typed(fields);
        var round = mine(roundId);
        var behind = progress.behind(roundId);
        try {
            notifications.send(mailing(round, behind, typed));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            return fill(round, behind, chosen(behind, typed), typed.text("subject"), typed.text("body"), model);
        }
        flash.addFlashAttribute("done", "reminder.sent");
        return "redirect:/rounds/" + roundId + "#mailings";
    }

    @PostMapping("/rounds/{roundId}/reminder/{mailingId}/discard")
    String discard(@PathVariable UUID roundId, @PathVariable UUID mailingId, RedirectAttributes flash) {
        mine(roundId);
        notifications.discard(mailingId);
        flash.addFlashAttribute("done", "reminder.discarded");
        return "redirect:/rounds/" + roundId;
    }

    private NewMailing mailing(RoundView round, List<JurorProgress> behind, Typed typed) {
        return letters.mailing(
                round,
                competitions.get(round.competitionId()),
                behind,
                chosen(behind, typed),
                typed.text("subject"),
                typed.text("body"));
    }

    /** Those ticked who are still behind. */
    private static Set<UUID> chosen(List<JurorProgress> behind, Typed typed) {
        var ticked = Set.copyOf(typed.all("to"));
        return behind.stream()
                .map(JurorProgress::personId)
                .filter(id -> ticked.contains(id.toString()))
                .collect(Collectors.toSet());
    }

    private RoundView mine(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.RUN_COMPETITION, round.place());
        return round;
    }

    private String fill(
            RoundView round, List<JurorProgress> behind, Set<UUID> chosen, String subject, String body, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("behind", behind);
        model.addAttribute("chosen", chosen);
        model.addAttribute("subject", subject);
        model.addAttribute("body", body);
        return "steering/reminder";
    }
}
